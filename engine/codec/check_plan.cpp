#include "engine/codec/check_plan.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/codec/check_plan_parts.h"
#include "engine/codec/json_document.h"

namespace dondoc {
namespace {

bool is_about(const Question& question, const std::string& obligation) {
  return std::find(question.about.begin(), question.about.end(), obligation) !=
         question.about.end();
}

void check_head(const PlanFile& file, const PlanNames& names, Faults& faults) {
  const Plan& plan = file.plan;
  names.units.require(plan.issuer, "/plan/issuer", faults);
  for (std::size_t i = 0; i < file.recipients.size(); ++i) {
    names.units.require(file.recipients[i], fmt::format("/plan/recipients/{}/unit", i), faults);
  }
  for (std::size_t i = 0; i < plan.submit_together.size(); ++i) {
    for (std::size_t k = 0; k < plan.submit_together[i].size(); ++k) {
      names.obligations.require(plan.submit_together[i][k],
                                fmt::format("/plan/submit_together/{}/{}", i, k), faults);
    }
  }
}

void check_default(const Plan& plan, const Question& question, const std::string& pointer,
                   Faults& faults) {
  for (const auto& proposal : question.dues) {
    auto at = pointer_to(pointer + "/default/due", proposal.obligation);
    const auto* obligation = plan.obligation(proposal.obligation);
    if (obligation == nullptr || !is_about(question, proposal.obligation)) {
      faults.add(at, fmt::format("proposes a due date for '{}', which the question is not about",
                                 proposal.obligation));
    } else if (std::holds_alternative<UnconfirmedRule>(proposal.due.rule)) {
      faults.add(at, "a proposal must be a rule that can take effect, not 'unconfirmed' again");
    } else {
      check_due(plan, *obligation, proposal.due, at, faults);
    }
  }
}

void check_recipients(const Obligation& obligation, const std::string& pointer,
                      const DeclaredNames& units, Faults& faults) {
  for (std::size_t i = 0; i < obligation.to.size(); ++i) {
    units.require(obligation.to[i].unit, fmt::format("{}/to/{}/unit", pointer, i), faults);
    units.require(obligation.to[i].through, fmt::format("{}/to/{}/through", pointer, i), faults);
  }
}

void check_who(const Plan& plan, const Obligation& obligation, const std::string& pointer,
               Faults& faults) {
  bool is_past = std::holds_alternative<PastRule>(obligation.due.rule);
  if (!obligation.who.empty() || obligation.id.empty() || is_past) return;
  bool asked =
      std::any_of(plan.questions.begin(), plan.questions.end(),
                  [&](const Question& question) { return is_about(question, obligation.id); });
  if (!asked)
    faults.add(pointer + "/who",
               fmt::format("names nobody, and no question is about '{}'", obligation.id));
}

void check_ladder_choice(const Obligation& obligation, const std::string& pointer, Faults& faults) {
  if (obligation.ladder.empty()) return;
  if (obligation.binding == Binding::requested) {
    faults.add(pointer + "/ladder",
               "a requested duty follows the ladder of requested duties; leave 'ladder' out");
  } else if (std::holds_alternative<OngoingRule>(obligation.due.rule)) {
    faults.add(pointer + "/ladder",
               "an ongoing duty is never reminded by a ladder; leave 'ladder' out");
  }
}

}  // namespace

PlanNames declare_names(const Plan& plan, Faults& faults) {
  PlanNames names;
  for (const auto& unit : plan.units) names.units.know(unit.id);
  declare_all(names.assignees, plan.units, "/units", faults);
  declare_all(names.assignees, plan.groups, "/groups", faults);
  declare_all(names.forms, plan.forms, "/forms", faults);
  declare_all(names.targets, plan.targets, "/plan/targets", faults);
  declare_all(names.obligations, plan.obligations, "/obligations", faults);
  declare_all(names.questions, plan.questions, "/questions", faults);
  return names;
}

void check_questions(const Plan& plan, const PlanNames& names, Faults& faults) {
  for (std::size_t i = 0; i < plan.questions.size(); ++i) {
    const auto& question = plan.questions[i];
    auto pointer = pointer_to("/questions", i);
    for (std::size_t k = 0; k < question.about.size(); ++k) {
      if (question.about[k] == "plan" || question.about[k] == "units") continue;
      names.obligations.require(question.about[k], fmt::format("{}/about/{}", pointer, k), faults);
    }
    check_default(plan, question, pointer, faults);
  }
}

void check_obligations(const Plan& plan, const PlanNames& names, Faults& faults) {
  for (std::size_t i = 0; i < plan.obligations.size(); ++i) {
    const auto& obligation = plan.obligations[i];
    auto pointer = pointer_to("/obligations", i);
    for (std::size_t k = 0; k < obligation.who.size(); ++k) {
      names.assignees.require(obligation.who[k], fmt::format("{}/who/{}", pointer, k), faults);
    }
    check_recipients(obligation, pointer, names.units, faults);
    names.forms.require(obligation.form, pointer + "/form", faults);
    check_who(plan, obligation, pointer, faults);
    check_ladder_choice(obligation, pointer, faults);
    check_due(plan, obligation, obligation.due, pointer + "/due", faults);
  }
}

void check_plan(const PlanFile& file, Faults& faults) {
  auto names = declare_names(file.plan, faults);
  check_head(file, names, faults);
  check_plan_days(file, faults);
  check_budget(file.budget, names, faults);
  check_units(file.plan, names, faults);
  check_forms(file.plan, names, faults);
  check_obligations(file.plan, names, faults);
  check_questions(file.plan, names, faults);
  check_size(file.plan, faults);
}

void check_plan_ladders(const Plan& plan, const LadderBook& ladders, Faults& faults) {
  DeclaredNames names("ladder");
  for (const auto& ladder : ladders.ladders) names.know(ladder.id);
  for (std::size_t i = 0; i < plan.obligations.size(); ++i) {
    names.require(plan.obligations[i].ladder, fmt::format("/obligations/{}/ladder", i), faults);
  }
}

}  // namespace dondoc
