// Fields of an event of any kind, and of those that are not about an assignment.
#pragma once

#include "engine/codec/archive.h"
#include "engine/codec/describe_duty_events.h"
#include "engine/codec/describe_office.h"
#include "engine/event/event.h"

namespace dondoc {

void describe(auto& a, Is<PlanIssued> auto& v) { a.always("document", v.document); }

void describe(auto& a, Is<LadderFrozen> auto& v) {
  a.always("key", v.key);
  a.always("ladder", v.ladder);
}

void describe(auto& a, Is<QuestionAnswered> auto& v) {
  a.field("question", v.question);
  a.field("text", v.text);
  a.field("dues", v.dues);
}

void describe(auto& a, Is<PlanMoved> auto& v) {
  a.field("on", v.on);
  a.field("period", v.period);
}

void describe(auto& a, Is<SummaryDrafted, SummaryApproved, SummaryAmended> auto& v) { a.always("record", v.record); }

void describe(auto& a, Is<UnitRegistered> auto& v) { a.always("unit", v.unit); }

void describe(auto& a, Is<UnitReorganised> auto& v) {
  a.always("act", v.act);
  a.always("on", v.on);
  a.field("basis", v.basis);
  a.field("reorganisation", v.reorganisation);
  a.always("unit", v.unit);
}

void describe(auto& a, Is<ReorganisationPlanned> auto& v) {
  a.always("reorganisation", v.reorganisation);
}

void describe(auto& a, Is<ReorganisationDone> auto& v) {
  a.always("reorganisation", v.reorganisation);
  a.field("handovers", v.handovers);
  a.field("waived", v.waived);
}

void describe(auto& a, Is<ReorganisationDropped> auto& v) {
  a.field("reason", v.reason);
  a.field("failed", v.failed);
}

void describe(auto& a, Is<RecipientReplaced> auto& v) {
  a.always("from", v.from);
  a.always("to", v.to);
  a.field("basis", v.basis);
}

void describe(auto& a, Is<PersonMoved> auto& v) {
  a.always("unit", v.unit);
  a.field("reorganisation", v.reorganisation);
}

void describe(auto& a, Is<PersonLeft> auto& v) {
  a.field("successor", v.successor);
  a.field("reason", v.reason);
}

void describe(auto& a, Is<RolesTakenOver> auto& v) {
  a.field("from", v.from);
  a.field("officer", v.officer);
  a.field("lead", v.lead);
  a.field("codes", v.codes);
  a.field("reason", v.reason);
}

void describe(auto& a, Is<DeputyReplaced> auto& v) {
  a.always("from", v.from);
  a.field("to", v.to);
  a.always("day", v.day);
}

void describe(auto& a, Is<PersonRegistered> auto& v) { a.always("person", v.person); }

void describe(auto& a, Is<LeaveTaken> auto& v) { a.always("leave", v.leave); }

void describe(auto& a, Is<LeaveEnded> auto& v) {
  a.always("from", v.from);
  a.always("last", v.last);
}

void describe(auto& a, Is<RolesAssigned> auto& v) {
  a.always("unit", v.unit);
  a.field("officer", v.officer);
  a.field("lead", v.lead);
}

void describe(auto& a, Is<InvitationMade> auto& v) { a.always("invitation", v.invitation); }

void describe(auto& a, Is<AccountBound, RebindAsked> auto& v) {
  a.field("channel", v.channel);
  a.field("account", v.account);
  a.field("invitation", v.invitation);
}

void describe(auto& a, Is<AccountUnbound> auto& v) {
  a.field("channel", v.channel);
  a.field("account", v.account);
  a.field("reason", v.reason);
}

void describe(auto& a, Is<AccountNoted> auto& v) {
  a.field("channel", v.channel);
  a.field("account", v.account);
  a.field("reachable", v.reachable, true);
  a.field("heard", v.heard);
  a.field("reason", v.reason);
}

void describe(auto& a, Is<RebindRefused> auto& v) {
  a.field("channel", v.channel);
  a.field("account", v.account);
}

void describe(auto& a, Is<RemindersStopped> auto& v) {
  a.field("channel", v.channel);
  a.field("reason", v.reason);
}

void describe(auto& a, Is<StrangerHeard> auto& v) {
  a.always("day", v.day);
  a.field("wrong_code", v.wrong_code);
}

void describe(auto& a, Is<CalendarYearSet> auto& v) {
  a.always("year", v.year);
  a.field("reason", v.reason);
  a.field("why", v.why);
}

void describe(auto& a, Is<ConversationSaved> auto& v) { a.always("conversation", v.conversation); }

void describe(auto& a, Is<MessageSettled> auto& v) {
  a.always("message", v.message);
  a.field("code", v.code);
  a.field("step", v.step);
  a.field("channel", v.channel);
  a.field("outcome", v.outcome);
  a.field("detail", v.detail);
}

// --- the morning digest
// ---------------------------------------------------------------------------------------------
void describe(auto& a, Is<DigestSent> auto& v) {
  a.always("day", v.day);
  a.field("lines", v.lines);
}

void describe(auto& a, Is<MorningSettled> auto& v) {
  a.always("day", v.day);
  a.field("sent", v.sent);
  a.field("unchanged", v.unchanged);
  a.field("missed", v.missed);
}

/// The names of all kinds, in the order of EventBody.
const Names<std::variant_size_v<EventVariant>>& event_names();

void describe(auto& a, Is<Event> auto& v) {
  a.always("at", v.at);
  a.field("by", v.by);
  a.alternative("kind", v.body, event_names());
  a.always("subject", v.subject);
  a.field("via", v.via);
  a.field("to", v.to);
  if (v.to) a.always("meaning", v.meaning);
  a.field("cleared", v.cleared);
  a.nullable("next", v.rearmed, v.next);
  std::visit(
      [&a](auto& body) {
        if constexpr (!std::is_empty_v<std::remove_reference_t<decltype(body)>>) a.always("body", body);
      },
      v.body);
}

}  // namespace dondoc
