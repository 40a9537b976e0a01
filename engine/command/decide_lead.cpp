#include <fmt/format.h>

#include <algorithm>

#include "engine/command/authority.h"
#include "engine/command/decide_retract.h"
#include "engine/command/refusals.h"
#include "engine/limits.h"

namespace dondoc::deciders {
namespace {

/// Copies, because the draft may move the assignment while the decider still looks at it.
std::variant<Assignment, Rejected> led_copy(Draft& draft, std::string_view code) {
  auto found = led(draft, code);
  if (auto* refused = std::get_if<Rejected>(&found)) return *refused;
  return *std::get<const Assignment*>(found);
}

/// The move of a lead that needs a reason.
Verdict move_with_reason(Draft& draft, const std::string& code, std::string_view on,
                         std::string_view reason, std::string_view part, EventBody body) {
  auto found = led_copy(draft, code);
  if (auto* refused = std::get_if<Rejected>(&found)) return *refused;
  if (auto fault = text_fault(reason, part, true)) return fault;
  if (!draft.add_move(code, on, std::move(body))) return not_from_here(std::get<Assignment>(found));
  return std::nullopt;
}

bool unit_has_it_already(const Draft& draft, const Assignment& a, std::string_view unit) {
  auto codes = draft.world().cases.codes_of_plan(a.plan, a.period);
  return std::any_of(codes.begin(), codes.end(), [&](const std::string& code) {
    const Assignment* other = draft.find(code);
    return other != nullptr && other->unit == unit && other->obligation == a.obligation &&
           other->meaning != Meaning::void_;
  });
}

}  // namespace

std::string next_code(const Draft& draft, const Assignment& a, int& last) {
  std::string suffix;
  auto dash = a.code.find('-', a.obligation.size() + 1);
  if (dash != std::string::npos) suffix = a.code.substr(dash);
  for (;;) {
    std::string code = fmt::format("{}-{:02}{}", a.obligation, ++last, suffix);
    if (draft.find(code) == nullptr) return code;
  }
}

Verdict on(Draft& draft, const Accept& c) {
  auto found = led_copy(draft, c.code);
  if (auto* refused = std::get_if<Rejected>(&found)) return *refused;
  const Assignment& a = std::get<Assignment>(found);
  if (a.accepted_at && a.meaning == Meaning::done) return already("R-40", {{"ma", c.code}});
  if (!draft.add_move(c.code, "accept", Accepted{})) return not_from_here(a);
  return std::nullopt;
}

Verdict on(Draft& draft, const ReturnReport& c) {
  if (c.until && *c.until <= draft.today()) return invalid("R-41");
  return move_with_reason(draft, c.code, "return", c.reason, "P-04", Returned{c.reason, c.until});
}

Verdict on(Draft& draft, const GrantExtension& c) {
  auto found = led_copy(draft, c.code);
  if (auto* refused = std::get_if<Rejected>(&found)) return *refused;
  const Assignment& a = std::get<Assignment>(found);
  if (auto fault = text_fault(c.reason, "P-05", false)) return fault;
  if (a.meaning != Meaning::open) return not_from_here(a);
  if (!a.extension_request && !c.until) return missing("P-06");
  if (!a.nominal) return invalid("R-42", {{"ma", c.code}});
  LocalDate until = c.until ? *c.until : a.extension_request->until;
  if (until < draft.today()) return invalid("R-43");
  if (extensions_of(a) >= limits::extensions_per_assignment)
    return invalid("R-44", {{"ma", c.code}});
  std::string reason =
      !c.reason.empty() || !a.extension_request ? c.reason : a.extension_request->reason;
  draft.add(c.code, ExtensionGranted{until, reason, c.document});
  return std::nullopt;
}

Verdict on(Draft& draft, const RefuseExtension& c) {
  auto found = led(draft, c.code);
  if (auto* refused = std::get_if<Rejected>(&found)) return *refused;
  if (auto fault = text_fault(c.reason, "P-05", false)) return fault;
  if (!std::get<const Assignment*>(found)->extension_request)
    return already("R-45", {{"ma", c.code}});
  draft.add(c.code, ExtensionRefused{c.reason});
  return std::nullopt;
}

Verdict on(Draft& draft, const Unblock& c) {
  const Assignment* a = draft.find(c.code);
  if (a == nullptr) return unknown_duty(c.code);
  const World& world = draft.world();
  if (!leads(world, draft.authority(), a->unit, draft.now()) &&
      !may_answer_for(world, draft.authority(), *a, draft.now()))
    return not_of_this_unit(c.code);
  if (auto fault = text_fault(c.text, "P-05", false)) return fault;
  if (!a->block) return already("R-46", {{"ma", c.code}});
  draft.add(c.code, Unblocked{c.text});
  return std::nullopt;
}

Verdict on(Draft& draft, const Suspend& c) {
  auto found = led_copy(draft, c.code);
  if (auto* refused = std::get_if<Rejected>(&found)) return *refused;
  const Assignment& a = std::get<Assignment>(found);
  if (auto fault = text_fault(c.reason, "P-07", true)) return fault;
  if (a.meaning != Meaning::open) return not_from_here(a);
  if (is_suspended(a)) return already("R-47", {{"ma", c.code}});
  draft.add(c.code, Suspended{draft.today(), c.reason, c.document});
  return std::nullopt;
}

Verdict on(Draft& draft, const Resume& c) {
  auto found = led_copy(draft, c.code);
  if (auto* refused = std::get_if<Rejected>(&found)) return *refused;
  if (auto fault = text_fault(c.reason, "P-08", false)) return fault;
  if (!is_suspended(std::get<Assignment>(found))) return already("R-48", {{"ma", c.code}});
  draft.add(c.code, Resumed{draft.today(), c.reason});
  return std::nullopt;
}

Verdict on(Draft& draft, const SettleDispute& c) {
  auto found = led_copy(draft, c.code);
  if (auto* refused = std::get_if<Rejected>(&found)) return *refused;
  const Assignment& a = std::get<Assignment>(found);
  if (auto fault = text_fault(c.text, "P-05", c.upheld)) return fault;
  if (!a.dispute) return already("R-49", {{"ma", c.code}});
  draft.add(c.code, DisputeSettled{c.text});
  if (c.upheld && !draft.add_move(c.code, "waive", Waived{c.text})) return not_from_here(a);
  return std::nullopt;
}

Verdict on(Draft& draft, const Transfer& c) {
  auto found = led_copy(draft, c.code);
  if (auto* refused = std::get_if<Rejected>(&found)) return *refused;
  const Assignment& a = std::get<Assignment>(found);
  if (auto fault = text_fault(c.reason, "P-09", true)) return fault;
  const Unit* unit = draft.world().office.directory.unit(c.unit);
  if (unit == nullptr || unit->external || unit->is_gone()) return unknown_unit(c.unit);
  if (!leads(draft.world(), draft.authority(), c.unit, draft.now())) return only_for_leads(c.code);
  if (unit_has_it_already(draft, a, c.unit)) return invalid("R-50", {{"dv", unit->name}});
  int last = 0;
  std::string code = next_code(draft, a, last);
  AssignmentIssued body;
  body.plan = a.plan;
  body.obligation = a.obligation;
  body.unit = c.unit;
  body.period = a.period;
  body.ladder = a.ladder;
  body.binding = a.binding;
  body.nominal = a.nominal;
  body.from = a.from;
  body.cutoff = a.cutoff;
  body.roll = a.roll;
  body.confirmed_by = a.confirmed_by;
  const Chart& chart = draft.world().definitions.assignment_chart;
  const Transition* confirm = firing(chart, chart.initial, "confirm", nullptr, {});
  const bool is_waiting = a.meaning == Meaning::waiting || confirm == nullptr;
  if (!draft.add_move(c.code, "transfer", Transferred{code, c.unit, c.reason}))
    return not_from_here(a);
  draft.add_issued(code, std::move(body), is_waiting ? chart.initial : confirm->to);
  return std::nullopt;
}

Verdict on(Draft& draft, const Waive& c) {
  return move_with_reason(draft, c.code, "waive", c.reason, "P-10", Waived{c.reason});
}

Verdict on(Draft& draft, const CancelDuty& c) {
  return move_with_reason(draft, c.code, "cancel", c.reason, "P-11", Cancelled{c.reason});
}

Verdict on(Draft& draft, const Raise& c) {
  auto found = led_copy(draft, c.code);
  if (auto* refused = std::get_if<Rejected>(&found)) return *refused;
  const Assignment& a = std::get<Assignment>(found);
  if (auto fault = text_fault(c.reason, "P-12", true)) return fault;
  const Obligation* obligation = draft.plan_of(a).obligation(a.obligation);
  if (obligation == nullptr || !std::holds_alternative<TriggerRule>(obligation->due.rule))
    return invalid("R-51", {{"ma", c.code}});
  if (a.meaning != Meaning::open) return not_from_here(a);
  if (c.due < draft.today()) return invalid("R-52");
  draft.add(c.code, Raised{c.due, c.reason});
  return std::nullopt;
}

Verdict on(Draft& draft, const Nudge& c) {
  auto found = led(draft, c.code);
  if (auto* refused = std::get_if<Rejected>(&found)) return *refused;
  if (auto fault = text_fault(c.text, "P-13", false)) return fault;
  const Assignment& a = *std::get<const Assignment*>(found);
  if (a.meaning != Meaning::open) return not_from_here(a);
  draft.add(c.code, Nudged{c.text});
  return std::nullopt;
}

Verdict on(Draft& draft, const FireTrigger& c) {
  if (const Statement what = retracted_by(c.on); what != Statement::none)
    return retract(draft, c.code, what);
  const Assignment* assignment = draft.find(c.code);
  if (assignment == nullptr) return unknown_duty(c.code);
  const Assignment a = *assignment;
  const auto& triggers = draft.world().definitions.assignment_chart.triggers;
  auto trigger = std::find_if(triggers.begin(), triggers.end(),
                              [&](const Trigger& t) { return t.id == c.on; });
  if (trigger == triggers.end()) return not_from_here(a);
  const bool by_lead = trigger->by == "lead";
  if (by_lead && !leads(draft.world(), draft.authority(), a.unit, draft.now()))
    return only_for_leads(c.code);
  if (!by_lead && !may_answer_for(draft.world(), draft.authority(), a, draft.now()))
    return not_of_this_unit(c.code);
  if (!draft.add_move(c.code, c.on, Moved{c.on})) return not_from_here(a);
  return std::nullopt;
}

}  // namespace dondoc::deciders
