// Fields of the events of an assignment. Events without fields (Acknowledged, Accepted, Released) are not listed.
#pragma once

#include "engine/codec/archive.h"
#include "engine/codec/describe_assignment.h"
#include "engine/event/event.h"

namespace dondoc {

void describe(auto& a, Is<AssignmentIssued> auto& v) {
  a.field("plan", v.plan);
  a.field("obligation", v.obligation);
  a.field("unit", v.unit);
  a.field("period", v.period);
  a.field("ladder", v.ladder);
  a.field("binding", v.binding, Binding::ordered);
  a.field("nominal", v.nominal);
  a.field("from", v.from);
  a.field("cutoff", v.cutoff);
  a.field("roll", v.roll, Roll::next_workday);
  a.field("confirmed_by", v.confirmed_by);
}

void describe(auto& a, Is<DueConfirmed> auto& v) {
  a.field("period", v.period);
  a.field("nominal", v.nominal);
  a.field("from", v.from);
  a.field("cutoff", v.cutoff);
  a.field("roll", v.roll, Roll::next_workday);
  a.field("question", v.question);
}

// --- what the unit said ---------------------------------------------------------------------------------------------
void describe(auto& a, Is<Progressed> auto& v) {
  a.field("percent", v.percent);
  a.field("done", v.done);
  a.field("total", v.total);
  a.field("text", v.text);
}

void describe(auto& a, Is<Submitted> auto& v) { a.always("submission", v.submission); }

void describe(auto& a, Is<ExtensionRequested> auto& v) {
  a.always("until", v.until);
  a.field("reason", v.reason);
}

void describe(auto& a, Is<HandedOver> auto& v) {
  a.field("person", v.person);
  a.field("reason", v.reason);
}

void describe(auto& a, Is<Snoozed> auto& v) {
  a.field("until", v.until);
  a.field("reason", v.reason);
}

// --- what leads decided ---------------------------------------------------------------------------------------------
void describe(auto& a, Is<Returned> auto& v) {
  a.field("reason", v.reason);
  a.field("until", v.until);
}

void describe(auto& a, Is<ExtensionGranted> auto& v) {
  a.always("until", v.until);
  a.field("reason", v.reason);
  a.field("document", v.document);
}

void describe(auto& a, Is<Suspended> auto& v) {
  a.always("from", v.from);
  a.field("reason", v.reason);
  a.field("document", v.document);
}

void describe(auto& a, Is<Resumed> auto& v) {
  a.always("on", v.on);
  a.field("reason", v.reason);
}

void describe(auto& a, Is<Transferred> auto& v) {
  a.field("to_code", v.to_code);
  a.field("to_unit", v.to_unit);
  a.field("reason", v.reason);
}

void describe(auto& a, Is<Raised> auto& v) {
  a.always("nominal", v.nominal);
  a.field("reason", v.reason);
}

// --- either side: only words ----------------------------------------------------------------------------------------
void describe(auto& a, Is<ExtensionRefused, Blocked, Disputed, Cancelled> auto& v) {
  a.field("reason", v.reason);
}

void describe(auto& a, Is<Waived, Quarantined> auto& v) {
  a.field("reason", v.reason);
  a.field("why", v.why);
}

void describe(auto& a, Is<Unblocked, DisputeSettled, Nudged> auto& v) { a.field("text", v.text); }

void describe(auto& a, Is<Moved> auto& v) { a.field("on", v.on); }

// --- what the ladder did --------------------------------------------------------------------------------------------
void describe(auto& a, Is<StepTaken> auto& v) {
  a.field("rung", v.rung);
  a.expect(is_rung(v.rung), "rung", "no such rung");
  a.field("id", v.id);
  a.field("message", v.message);
  a.field("to", v.to);
  a.field("nudge", v.nudge);
  a.always("day", v.day);
}

void describe(auto& a, Is<StepSkipped> auto& v) {
  a.field("rung", v.rung);
  a.expect(is_rung(v.rung), "rung", "no such rung");
  a.field("id", v.id);
  a.field("reason", v.reason);
  a.field("why", v.why);
}

void describe(auto& a, Is<StepDeferred> auto& v) {
  a.field("rung", v.rung);
  a.expect(is_rung(v.rung), "rung", "no such rung");
  a.field("id", v.id);
  a.field("until", v.until);
  a.field("reason", v.reason);
  a.field("why", v.why);
}

void describe(auto& a, Is<Escalated> auto& v) {
  a.field("reason", v.reason);
  a.field("to", v.to);
  a.field("why", v.why);
}

void describe(auto& a, Is<Rescheduled> auto& v) {
  a.field("old_effective", v.old_effective);
  a.field("new_effective", v.new_effective);
  a.field("reason", v.reason);
  a.field("why", v.why);
}

// --- files ----------------------------------------------------------------------------------------------------------
void describe(auto& a, Is<FileOffered> auto& v) {
  a.always("number", v.number);
  a.field("channel", v.channel);
  a.field("handle", v.handle);
  a.field("name", v.name);
  a.field("bytes", v.bytes);
}

void describe(auto& a, Is<FileKept> auto& v) {
  a.always("number", v.number);
  a.field("person", v.person);
  a.field("name", v.name);
  a.always("kind", v.kind);
  a.always("digest", v.digest);
  a.always("bytes", v.bytes);
}

void describe(auto& a, Is<FileRefused> auto& v) {
  a.always("number", v.number);
  a.field("person", v.person);
  a.field("name", v.name);
  a.field("reason", v.reason);
}


// --- units and persons that change ----------------------------------------------------------------------------------
void describe(auto& a, Is<DutyPassedOn> auto& v) {
  a.field("to_codes", v.to_codes);
  a.field("to_units", v.to_units);
  a.always("on", v.on);
  a.field("basis", v.basis);
  a.field("reorganisation", v.reorganisation);
}

void describe(auto& a, Is<DutyTakenOver> auto& v) {
  a.always("assignment", v.assignment);
  a.always("on", v.on);
  a.field("basis", v.basis);
  a.field("reorganisation", v.reorganisation);
}

void describe(auto& a, Is<HandlerReplaced> auto& v) {
  a.field("person", v.person);
  a.field("reason", v.reason);
}

}  // namespace dondoc
