// Fields of an assignment as stored, and of what hangs on it.
#pragma once

#include "engine/codec/archive.h"
#include "engine/state/assignment.h"

namespace dondoc {

void describe(auto& a, Is<Figure> auto& v) {
  a.always("field", v.field);
  a.always("value", v.value);
  a.field("estimate", v.estimate);
}

void describe(auto& a, Is<Submission> auto& v) {
  a.field("version", v.version, 1);
  a.field("outcome", v.outcome, Outcome::complete);
  a.field("at", v.at);
  a.field("by", v.by);
  a.field("via", v.via);
  a.field("figures", v.figures);
  a.field("text", v.text);
  a.field("files", v.files);
  a.field("together_with", v.together_with);
  a.field("late_with_permission", v.late_with_permission);
}

void describe(auto& a, Is<Attachment> auto& v) {
  a.always("number", v.number);
  a.field("name", v.name);
  a.field("kind", v.kind);
  a.field("digest", v.digest);
  a.field("bytes", v.bytes);
  a.field("by", v.by);
  a.field("at", v.at);
}

void describe(auto& a, Is<LedgerEntry> auto& v) {
  a.always("kind", v.kind);
  a.always("date", v.date);
  a.field("at", v.at);
  a.field("by", v.by);
  a.field("reason", v.reason);
  a.field("document", v.document);
}

void describe(auto& a, Is<Block> auto& v) {
  a.field("since", v.since);
  a.field("reason", v.reason);
  a.field("by", v.by);
}

void describe(auto& a, Is<ExtensionRequest> auto& v) {
  a.field("at", v.at);
  a.always("until", v.until);
  a.field("reason", v.reason);
  a.field("by", v.by);
}

void describe(auto& a, Is<Dispute> auto& v) {
  a.field("at", v.at);
  a.field("reason", v.reason);
  a.field("by", v.by);
}

void describe(auto& a, Is<Source> auto& v) {
  a.always("code", v.code);
  a.field("unit", v.unit);
  a.field("counts", v.counts);
  a.field("submissions", v.submissions);
  a.field("completed_at", v.completed_at);
}

/// Rungs are bits of Assignment::steps_done.
constexpr bool is_rung(int rung) { return rung >= k_promise_check && rung < 64; }

void describe(auto& a, Is<NextStep> auto& v) {
  a.field("rung", v.rung);
  a.expect(is_rung(v.rung), "rung", "no such rung");
  a.always("at", v.at);
}

void describe(auto& a, Is<Assignment> auto& v) {
  a.always("code", v.code);
  a.field("plan", v.plan);
  a.field("obligation", v.obligation);
  a.field("unit", v.unit);
  a.field("period", v.period);
  a.field("state", v.state);
  a.field("meaning", v.meaning, Meaning::waiting);
  a.field("binding", v.binding, Binding::ordered);
  a.field("ladder", v.ladder);
  a.field("issued_at", v.issued_at);

  a.field("nominal", v.nominal);
  a.field("roll", v.roll, Roll::next_workday);
  a.field("from", v.from);
  a.field("cutoff", v.cutoff);
  a.field("confirmed_by", v.confirmed_by);
  a.field("ledger", v.ledger);

  a.field("block", v.block);
  a.field("extension_request", v.extension_request);
  a.field("dispute", v.dispute);
  a.field("handler", v.handler);

  a.field("ladder_from", v.ladder_from);
  a.field("ladder_restarted", v.ladder_restarted);
  a.field("steps_done", v.steps_done);
  a.field("next", v.next);
  a.field("not_before", v.not_before);
  a.field("snoozed_until", v.snoozed_until);
  a.field("unanswered_nudges", v.unanswered_nudges);
  a.field("escalated", v.escalated);
  a.field("quarantined", v.quarantined);

  a.field("acknowledged_at", v.acknowledged_at);
  a.field("last_answer_at", v.last_answer_at);
  a.field("percent", v.percent);
  a.field("done_count", v.done_count);
  a.field("total_count", v.total_count);
  a.field("remark", v.remark);
  a.field("submissions", v.submissions);
  a.field("attachments", v.attachments);
  a.field("attachments_offered", v.attachments_offered);
  a.field("completed_at", v.completed_at);
  a.field("accepted_at", v.accepted_at);

  a.field("sources", v.sources);
  a.field("moved_to", v.moved_to);
}

}  // namespace dondoc
