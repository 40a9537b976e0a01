#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "engine/codec/check_plan.h"
#include "engine/codec/plan_codec.h"
#include "engine/codec/state_codec.h"
#include "engine/command/authority.h"
#include "engine/command/deciders.h"
#include "engine/command/refusals.h"
#include "engine/limits.h"

namespace dondoc::deciders {
namespace {

Rejected faulty(const Faults& faults) {
  const Fault& first = faults.list().front();
  return invalid(
      "R-80",
      {{"n", std::to_string(faults.count())}, {"cho", first.pointer}, {"loi", first.message}});
}

/// A plan of next year still names units as they were; whoever issues it is told what became of
/// them.
Verdict unit_gone(const Draft& draft, const std::vector<PlannedAssignment>& planned) {
  for (const PlannedAssignment& p : planned) {
    const Unit* unit = draft.world().office.directory.unit(p.unit);
    if (unit != nullptr && unit->is_gone())
      return invalid("U-14",
                     {{"dv", unit->name},
                      {"ma", unit->id},
                      {"ngay", unit->ended->vi()},
                      {"don_vi_khac", fmt::format("{}", fmt::join(unit->successors, ", "))}});
  }
  return std::nullopt;
}

/// A lead orders what is below the issuer; whom the office knows elsewhere is asked ("đề nghị",
/// design §5). Who administers issues for everybody.
Verdict unit_outside(const Draft& draft, const Plan& plan,
                     const std::vector<PlannedAssignment>& planned) {
  if (draft.authority() == k_administrator) return std::nullopt;
  const Directory& directory = draft.world().office.directory;
  for (const PlannedAssignment& p : planned) {
    const Unit* unit = directory.unit(p.unit);
    const bool is_ordered = p.obligation->binding == Binding::ordered;
    if (unit == nullptr || !is_ordered || directory.is_within(unit->id, plan.issuer)) continue;
    return invalid("U-15", {{"dv", unit->name}, {"ma", p.obligation->id}});
  }
  return std::nullopt;
}

void register_units(Draft& draft, const Plan& plan) {
  for (const PlanUnit& u : plan.units) {
    if (draft.world().office.directory.unit(u.id) != nullptr) continue;
    Unit unit{u.id, u.name, u.short_name, u.kind, u.parent, u.placeholder, u.unlisted, u.external};
    draft.add(u.id, UnitRegistered{unit});
  }
}

/// The key under which the ladder of an obligation is frozen; frozen at the first use.
class LadderFreezer {
 public:
  explicit LadderFreezer(Draft& draft) : draft_(draft) {}

  std::string key_for(const Obligation& obligation) {
    const Ladder* ladder = draft_.world().definitions.ladders.chosen_for(obligation);
    if (ladder == nullptr) return {};
    auto [known, is_new] = keys_.try_emplace(ladder);
    if (is_new) known->second = freeze(*ladder);
    return known->second;
  }

 private:
  std::string freeze(const Ladder& ladder) {
    std::string key = ladder_key(ladder);
    if (!draft_.world().office.ladders.contains(key)) draft_.add(key, LadderFrozen{key, ladder});
    return key;
  }

  Draft& draft_;
  std::map<const Ladder*, std::string> keys_;
};

AssignmentIssued body_of(const Plan& plan, const PlannedAssignment& planned, std::string ladder) {
  AssignmentIssued body;
  body.plan = plan.id;
  body.obligation = planned.obligation->id;
  body.unit = planned.unit;
  body.binding = planned.obligation->binding;
  body.ladder = std::move(ladder);
  if (planned.occurrence) {
    body.period = planned.occurrence->period;
    body.nominal = planned.occurrence->nominal;
    body.from = planned.occurrence->from;
    body.cutoff = planned.occurrence->cutoff;
    body.roll = planned.occurrence->roll;
  }
  return body;
}

/// Codes are typed by people, so each stands for one thing in the whole office.
Verdict code_taken(const Draft& draft, const std::vector<PlannedAssignment>& planned) {
  for (const PlannedAssignment& p : planned) {
    const Assignment* other = draft.find(p.code);
    if (other != nullptr) return invalid("R-81", {{"ma", p.code}, {"kh", other->plan}});
  }
  return std::nullopt;
}

/// A requested or ongoing duty is not counted down; it still is told to its unit once (its ladder
/// says so).
void issue_assignments(Draft& draft, const Plan& plan,
                       const std::vector<PlannedAssignment>& planned) {
  const std::string& initial = draft.world().definitions.assignment_chart.initial;
  LadderFreezer ladders(draft);
  for (const PlannedAssignment& p : planned) {
    std::string ladder = ladders.key_for(*p.obligation);
    const Transition* confirm =
        firing(draft.world().definitions.assignment_chart, initial, "confirm", nullptr, {});
    const bool ready = p.confirmed && confirm != nullptr;
    draft.add_issued(p.code, body_of(plan, p, std::move(ladder)), ready ? confirm->to : initial);
  }
}

/// The single unconfirmed assignment of an obligation and unit, still waiting for its date.
std::vector<std::string> waiting_codes(const Draft& draft, const PlanCase& plan,
                                       std::string_view obligation) {
  std::vector<std::string> codes;
  for (const std::string& code : draft.world().cases.codes_of_plan(plan.plan.id, "")) {
    const Assignment* a = draft.find(code);
    if (a != nullptr && a->obligation == obligation && a->meaning == Meaning::waiting)
      codes.push_back(code);
  }
  return codes;
}

DueConfirmed confirmation(const PlannedAssignment& planned, const std::string& question) {
  DueConfirmed body;
  body.question = question;
  if (!planned.occurrence) return body;
  body.period = planned.occurrence->period;
  body.nominal = planned.occurrence->nominal;
  body.from = planned.occurrence->from;
  body.cutoff = planned.occurrence->cutoff;
  body.roll = planned.occurrence->roll;
  return body;
}

/// The unit that the plan names for a duty, before units changed; of several the first.
const std::string& planned_unit(const Assignment& a) {
  return a.sources.empty() ? a.unit : a.sources.front().unit;
}

/// Of a duty that went over the code begins with its own number; the plan's names a unit that is
/// gone.
std::string code_for(const PlannedAssignment& planned, const Assignment& waiting) {
  if (waiting.sources.empty()) return planned.code;
  const auto dash = planned.code.find('-', planned.obligation->id.size() + 1);
  return waiting.code + (dash == std::string::npos ? "" : planned.code.substr(dash));
}

/// The dated assignments that one confirmed rule causes replace, unit by unit, the one that waited.
Verdict apply_due(Draft& draft, const PlanCase& plan, const DefaultDue& due,
                  const std::string& question) {
  std::vector<PlannedAssignment> planned;
  for (PlannedAssignment& p : assignments_of(plan.plan, {due})) {
    if (p.obligation->id == due.obligation) planned.push_back(std::move(p));
  }
  for (const std::string& code : waiting_codes(draft, plan, due.obligation)) {
    const Assignment waiting = *draft.find(code);
    std::vector<const PlannedAssignment*> own;
    for (const PlannedAssignment& p : planned) {
      if (p.unit == planned_unit(waiting)) own.push_back(&p);
    }
    const bool keeps_code = own.size() == 1 && code_for(*own.front(), waiting) == code;
    if (keeps_code) {
      if (!draft.add_move(code, "confirm", confirmation(*own.front(), question)))
        return not_from_here(waiting);
      continue;
    }
    for (const PlannedAssignment* p : own) {
      const std::string dated_code = code_for(*p, waiting);
      if (draft.find(dated_code) != nullptr) continue;
      AssignmentIssued body = body_of(plan.plan, *p, waiting.ladder);
      body.unit = waiting.unit;
      body.confirmed_by = draft.by();
      const Transition* confirm = firing(draft.world().definitions.assignment_chart, waiting.state,
                                         "confirm", &waiting, {});
      if (confirm == nullptr) return not_from_here(waiting);
      draft.add_issued(dated_code, std::move(body), confirm->to);
    }
    if (!draft.add_move(code, "waive", Waived{"", "S-12"})) return not_from_here(waiting);
  }
  return std::nullopt;
}

std::string issuer_of(const Plan& plan) { return plan.issuer; }

/// FNV-1a (Fowler, Noll, Vo), 64 bits: tells contents apart, protects nothing.
std::uint64_t fingerprint(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return hash;
}

}  // namespace

std::string ladder_key(const Ladder& ladder) {
  return fmt::format("{}@{:016x}", ladder.id, fingerprint(encode(ladder)));
}

Verdict on(Draft& draft, const IssuePlan& c) {
  if (c.document.size() > limits::file_bytes) return too_long("P-22");
  Faults faults("plan");
  auto file = read_plan_file(c.document, faults);
  if (file) {
    check_plan(*file, faults);
    check_plan_ladders(file->plan, draft.world().definitions.ladders, faults);
  }
  if (!faults.none()) return faulty(faults);
  const Plan* plan = &file->plan;
  const Person* sender = draft.world().office.directory.person(draft.by());
  const bool allowed = draft.authority() == k_administrator ||
                       (sender != nullptr && sender->lead &&
                        leads(draft.world(), draft.authority(), plan->issuer, draft.now()));
  if (!allowed) return only_for_administrators();
  if (draft.world().office.plan(plan->id) != nullptr) return already("R-82", {{"kh", plan->id}});
  auto planned = assignments_of(*plan, {});
  if (planned.size() > limits::assignments_per_plan) return invalid("R-83");
  if (auto fault = code_taken(draft, planned)) return fault;
  if (auto fault = unit_gone(draft, planned)) return fault;
  if (auto fault = unit_outside(draft, *plan, planned)) return fault;
  register_units(draft, *plan);
  if (!draft.add_plan_move(plan->id, "issue", PlanIssued{c.document})) return invalid("R-84");
  issue_assignments(draft, *plan, planned);
  return std::nullopt;
}

Verdict on(Draft& draft, const ConfirmQuestion& c) {
  const PlanCase* plan = draft.world().office.plan(c.plan);
  if (plan == nullptr) return unknown_plan(c.plan);
  if (!leads(draft.world(), draft.authority(), issuer_of(plan->plan), draft.now()))
    return only_for_leads_of_plan(c.plan);
  if (auto fault = text_fault(c.text, "P-23", false)) return fault;
  const Question* question = plan->plan.question(c.question);
  if (question == nullptr) return invalid("R-85", {{"cau", c.question}});
  if (plan->answers.contains(c.question)) return already("R-86");
  const ConfirmedDues dues = c.use_default ? question->dues : c.dues;
  for (const DefaultDue& due : dues) {
    const bool is_asked = std::find(question->about.begin(), question->about.end(),
                                    due.obligation) != question->about.end();
    if (!is_asked) return invalid("R-87", {{"cau", c.question}, {"ma", due.obligation}});
  }
  std::string text = c.use_default && c.text.empty() ? question->proposal : c.text;
  if (text.empty() && dues.empty()) return missing("P-23");
  draft.add(c.plan, QuestionAnswered{c.question, text, dues});
  for (const DefaultDue& due : dues) {
    if (auto fault = apply_due(draft, *plan, due, c.question)) return fault;
  }
  return std::nullopt;
}

Verdict on(Draft& draft, const CancelPlan& c) {
  const PlanCase* plan = draft.world().office.plan(c.plan);
  if (plan == nullptr) return unknown_plan(c.plan);
  if (!leads(draft.world(), draft.authority(), issuer_of(plan->plan), draft.now()))
    return only_for_leads_of_plan(c.plan);
  if (auto fault = text_fault(c.reason, "P-24", true)) return fault;
  if (!draft.add_plan_move(c.plan, "cancel", PlanMoved{"cancel", ""})) return invalid("R-88");
  for (const std::string& code : draft.world().cases.codes_of_plan(c.plan, "")) {
    const Assignment* a = draft.find(code);
    if (a == nullptr || a->meaning == Meaning::done || a->meaning == Meaning::void_) continue;
    static_cast<void>(draft.add_move(code, "cancel", Cancelled{c.reason}));
  }
  return std::nullopt;
}

}  // namespace dondoc::deciders
