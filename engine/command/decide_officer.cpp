#include "engine/command/authority.h"
#include "engine/command/deciders.h"
#include "engine/command/refusals.h"
#include "engine/limits.h"

namespace dondoc::deciders {
namespace {

bool is_open(const Assignment& a) { return a.meaning == Meaning::open; }

Verdict percent_fault(const std::optional<double>& percent) {
  if (percent && !(*percent >= 0 && *percent <= 100)) return invalid("R-55");
  return std::nullopt;
}

Verdict count_fault(const ReportProgress& c) {
  if ((c.done && *c.done < 0) || (c.total && *c.total < 0)) return invalid("R-56");
  return std::nullopt;
}

}  // namespace

Verdict on(Draft& draft, const Acknowledge& c) {
  auto found = owned(draft, c.code);
  if (auto* refused = std::get_if<Rejected>(&found)) return *refused;
  const Assignment& assignment = *std::get<const Assignment*>(found);
  if (assignment.acknowledged_at) return already("R-57", {{"ma", c.code}});
  if (!draft.add_move(c.code, "acknowledge", Acknowledged{})) return not_from_here(assignment);
  start_plan(draft, assignment);
  return std::nullopt;
}

Verdict on(Draft& draft, const ReportProgress& c) {
  auto found = owned(draft, c.code);
  if (auto* refused = std::get_if<Rejected>(&found)) return *refused;
  if (auto fault = text_fault(c.text, "P-17", false)) return fault;
  if (auto fault = percent_fault(c.percent)) return fault;
  if (auto fault = count_fault(c)) return fault;
  const Assignment& assignment = *std::get<const Assignment*>(found);
  if (!c.percent && !c.done && c.text.empty()) return missing("P-18");
  Progressed body{c.percent, c.done, c.total, c.text};
  if (!draft.add_move(c.code, "progress", body)) return not_from_here(assignment);
  start_plan(draft, assignment);
  return std::nullopt;
}

Verdict on(Draft& draft, const RequestExtension& c) {
  auto found = owned(draft, c.code);
  if (auto* refused = std::get_if<Rejected>(&found)) return *refused;
  if (auto fault = text_fault(c.reason, "P-19", true)) return fault;
  const Assignment& a = *std::get<const Assignment*>(found);
  if (!is_open(a)) return not_from_here(a);
  auto due = due_of(a, draft.time_rules().calendar, draft.today());
  if (!due) return invalid("R-42", {{"ma", c.code}});
  if (a.extension_request) return already("R-58", {{"ma", c.code}});
  if (c.until <= draft.today()) return invalid("R-59");
  if (c.until <= due->effective) return invalid("R-60", {{"han", due->effective.vi()}});
  draft.add(c.code, ExtensionRequested{c.until, c.reason});
  return std::nullopt;
}

Verdict on(Draft& draft, const ReportBlocked& c) {
  auto found = owned(draft, c.code);
  if (auto* refused = std::get_if<Rejected>(&found)) return *refused;
  if (auto fault = text_fault(c.reason, "P-20", true)) return fault;
  const Assignment& a = *std::get<const Assignment*>(found);
  if (!is_open(a)) return not_from_here(a);
  if (a.block && a.block->reason == c.reason) return already("R-61", {{"ma", c.code}});
  // What was stated stands until a lead has answered it or the unit takes it back.
  std::string reason = a.block ? a.block->reason + "; " + c.reason : c.reason;
  if (auto fault = text_fault(reason, "P-20", true)) return fault;
  draft.add(c.code, Blocked{std::move(reason)});
  return std::nullopt;
}

Verdict on(Draft& draft, const DisputeDuty& c) {
  auto found = owned(draft, c.code);
  if (auto* refused = std::get_if<Rejected>(&found)) return *refused;
  if (auto fault = text_fault(c.reason, "P-08", false)) return fault;
  const Assignment& a = *std::get<const Assignment*>(found);
  if (!is_open(a)) return not_from_here(a);
  if (a.dispute) return already("R-62", {{"ma", c.code}});
  draft.add(c.code, Disputed{c.reason});
  return std::nullopt;
}

Verdict on(Draft& draft, const HandOver& c) {
  const Assignment* a = draft.find(c.code);
  if (a == nullptr) return unknown_duty(c.code);
  bool allowed = may_answer_for(draft.world(), draft.authority(), *a, draft.now()) ||
                 leads(draft.world(), draft.authority(), a->unit, draft.now());
  if (!allowed) return not_of_this_unit(c.code);
  if (auto fault = text_fault(c.reason, "P-21", false)) return fault;
  if (!is_open(*a)) return not_from_here(*a);
  const Person* person = draft.world().office.directory.person(c.person);
  if (person == nullptr || !person->active) return unknown_person(c.person);
  if (person->unit != a->unit) return invalid("R-63", {{"ma", c.code}});
  if (a->handler == c.person) return already("R-64", {{"ma", c.code}, {"nguoi", person->name}});
  draft.add(c.code, HandedOver{c.person, c.reason});
  return std::nullopt;
}

Verdict on(Draft& draft, const Snooze& c) {
  auto found = owned(draft, c.code);
  if (auto* refused = std::get_if<Rejected>(&found)) return *refused;
  if (auto fault = text_fault(c.reason, "P-08", false)) return fault;
  const Assignment& a = *std::get<const Assignment*>(found);
  if (!is_open(a)) return not_from_here(a);
  if (c.until <= draft.now()) return invalid("R-65");
  if (c.until > draft.now() + Elapsed::hours(24 * limits::snooze_days))
    return invalid("R-66", {{"n", std::to_string(limits::snooze_days)}});
  draft.add(c.code, Snoozed{c.until, c.reason});
  return std::nullopt;
}

}  // namespace dondoc::deciders
