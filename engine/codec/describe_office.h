// Fields of units, persons, ladders, calendar years, plans and conversations as stored.
#pragma once

#include <algorithm>

#include "engine/codec/archive.h"
#include "engine/codec/describe_assignment.h"
#include "engine/codec/describe_due.h"
#include "engine/ladder/ladder.h"
#include "engine/state/directory.h"
#include "engine/state/office.h"
#include "engine/time/calendar.h"

namespace dondoc {

// --- directory ------------------------------------------------------------------------------------------------------
void describe(auto& a, Is<UnitPast> auto& v) {
  a.always("until", v.until);
  a.field("name", v.name);
  a.field("short_name", v.short_name);
  a.field("parent", v.parent);
}

void describe(auto& a, Is<Unit> auto& v) {
  a.always("id", v.id);
  a.field("name", v.name);
  a.field("short_name", v.short_name);
  a.field("kind", v.kind);
  a.field("parent", v.parent);
  a.field("placeholder", v.placeholder);
  a.field("unlisted", v.unlisted);
  a.field("external", v.external);
  a.field("since", v.since);
  a.field("ended", v.ended);
  a.field("successors", v.successors);
  a.field("heir", v.heir);
  a.field("past", v.past);
}

void describe(auto& a, Is<PersonMove> auto& v) {
  a.always("person", v.person);
  a.always("unit", v.unit);
}

void describe(auto& a, Is<DutyShare> auto& v) {
  a.always("duty", v.duty);
  a.always("units", v.units);
}

void describe(auto& a, Is<UnitChange> auto& v) {
  a.always("act", v.act);
  a.field("units", v.units);
  a.field("into", v.into);
  a.field("name", v.name);
  a.field("short_name", v.short_name);
  a.field("parent", v.parent);
  a.field("heir", v.heir);
  a.field("persons", v.persons);
  a.field("duties", v.duties);
}

void describe(auto& a, Is<RecipientChange> auto& v) {
  a.always("plan", v.plan);
  a.always("from", v.from);
  a.always("to", v.to);
}

void describe(auto& a, Is<Reorganisation> auto& v) {
  a.always("id", v.id);
  a.always("on", v.on);
  a.field("basis", v.basis);
  a.field("note", v.note);
  a.field("changes", v.changes);
  a.field("recipients", v.recipients);
}

void describe(auto& a, Is<ReorganisationCase> auto& v) {
  a.always("reorganisation", v.reorganisation);
  a.field("standing", v.standing, ReorganisationStanding::planned);
  a.field("by", v.by);
  a.field("recorded_at", v.recorded_at);
  a.field("settled_at", v.settled_at);
  a.field("reason", v.reason);
}

void describe(auto& a, Is<Handover> auto& v) {
  a.always("from_code", v.from_code);
  a.field("from_unit", v.from_unit);
  a.always("to_code", v.to_code);
  a.field("to_unit", v.to_unit);
}

void describe(auto& a, Is<Leave> auto& v) {
  a.always("from", v.from);
  a.always("to", v.to);
  a.field("deputy", v.deputy);
}

void describe(auto& a, Is<Address> auto& v) {
  a.field("channel", v.channel);
  a.field("account", v.account);
  a.field("reachable", v.reachable, true);
  a.field("heard", v.heard);
}

void describe(auto& a, Is<Invitation> auto& v) {
  a.always("hash", v.hash);
  a.field("channel", v.channel);
  a.always("expires", v.expires);
}


void describe(auto& a, Is<Person> auto& v) {
  a.always("id", v.id);
  a.field("name", v.name);
  a.field("form_of_address", v.form_of_address, "đồng chí");
  a.field("unit", v.unit);
  a.field("officer", v.officer);
  a.field("lead", v.lead);
  a.field("language", v.language, "vi");
  a.field("addresses", v.addresses);
  a.field("leaves", v.leaves);
  a.field("active", v.active, true);
  a.field("invitations", v.invitations);
  a.field("asked", v.asked);
  a.field("reminders_stopped", v.reminders_stopped);
}

// --- ladder and calendar --------------------------------------------------------------------------------------------
void describe(auto& a, Is<Rung> auto& v) {
  a.field("id", v.id);
  a.field("anchor", v.anchor, Anchor::due);
  a.field("offset", v.offset);
  a.field("unit", v.unit, DayUnit::calendar_days);
  a.always("at", v.at);
  a.field("audience", v.audience, Audience::officer);
  a.field("message", v.message);
  a.field("only_unacknowledged", v.only_unacknowledged);
  a.field("nudge", v.nudge, true);
}

void describe(auto& a, Is<Ladder> auto& v) {
  a.always("id", v.id);
  a.field("rungs", v.rungs);
  a.expect(v.rungs.size() <= 64, "rungs", "too many");
}

void describe(auto& a, Is<CalendarEntry> auto& v) {
  a.always("date", v.date);
  a.always("kind", v.kind);
  a.field("name", v.name);
  a.field("source", v.source);
}

/// What Calendar asks of a year it is given.
inline bool is_in_order(const CalendarYear& year) {
  auto is_elsewhere = [&](const CalendarEntry& entry) { return entry.date.year() != year.year; };
  auto is_not_later = [](const CalendarEntry& one, const CalendarEntry& next) { return one.date >= next.date; };
  const auto& days = year.entries;
  return std::none_of(days.begin(), days.end(), is_elsewhere) &&
         std::adjacent_find(days.begin(), days.end(), is_not_later) == days.end();
}

void describe(auto& a, Is<CalendarYear> auto& v) {
  a.always("year", v.year);
  a.always("standing", v.standing);
  a.field("source", v.source);
  a.field("entries", v.entries);
  a.expect(v.year >= 1990 && v.year <= 2199, "year", "expected 1990 to 2199");
  a.expect(is_in_order(v), "entries", "not of that year or not in order of date");
}

// --- plan -----------------------------------------------------------------------------------------------------------
void describe(auto& a, Is<QuestionAnswer> auto& v) {
  a.field("by", v.by);
  a.field("at", v.at);
  a.field("text", v.text);
}

void describe(auto& a, Is<SummaryRecord> auto& v) {
  a.field("period", v.period);
  a.field("standing", v.standing, SummaryStanding::drafted);
  a.field("version", v.version, 1);
  a.field("text", v.text);
  a.field("figures", v.figures);
  a.field("by", v.by);
  a.field("at", v.at);
}

/// Without the plan itself: it is what the document says.
void describe(auto& a, Is<PlanCase> auto& v) {
  a.always("document", v.document);
  a.field("state", v.state);
  a.field("issued_by", v.issued_by);
  a.field("issued_at", v.issued_at);
  a.field("answers", v.answers);
  a.field("confirmed", v.confirmed);
  a.field("summaries", v.summaries);
  a.field("recipients", v.recipients);
}

// --- conversation and reminders of the day --------------------------------------------------------------------------
void describe(auto& a, Is<Conversation> auto& v) {
  a.field("topic", v.topic);
  a.field("codes", v.codes);
  a.field("position", v.position);
  a.field("figures", v.figures);
  a.field("note", v.note);
  a.field("nonce", v.nonce);
  a.field("expires", v.expires);
}

void describe(auto& a, Is<OfferedFile> auto& v) {
  a.always("code", v.code);
  a.always("number", v.number);
  a.field("channel", v.channel);
  a.field("handle", v.handle);
  a.field("name", v.name);
  a.field("bytes", v.bytes);
  a.field("since", v.since);
}

void describe(auto& a, Is<Stranger> auto& v) {
  a.always("key", v.key);
  a.field("heard", v.heard);
  a.field("wrong_codes", v.wrong_codes);
}

void describe(auto& a, Is<Strangers> auto& v) {
  a.always("day", v.day);
  a.field("senders", v.senders);
}

void describe(auto& a, Is<Standings> auto& v) {
  a.field("expected", v.expected);
  a.field("on_time", v.on_time);
  a.field("late", v.late);
  a.field("in_term", v.in_term);
  a.field("overdue", v.overdue);
  a.field("blocked", v.blocked);
  a.field("extensions", v.extensions);
  a.field("soon", v.soon);
  a.field("latest", v.latest);
}

void describe(auto& a, Is<DigestLine> auto& v) {
  a.always("plan", v.plan);
  a.always("standings", v.standings);
  a.field("news", v.news);
}

void describe(auto& a, Is<Digest> auto& v) {
  a.always("day", v.day);
  a.field("lines", v.lines);
}

void describe(auto& a, Is<DayCount> auto& v) {
  a.always("day", v.day);
  a.field("reminders", v.reminders);
  a.field("last", v.last);
}

}  // namespace dondoc
