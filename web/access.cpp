#include "web/access.h"

#include <algorithm>

#include "engine/check.h"
#include "engine/command/authority.h"

namespace dondoc {
namespace {

bool is_of_unit(const Moment& moment, const Visitor& visitor, std::string_view unit) {
  Assignment any;
  any.unit = unit;
  return may_answer_for(moment.present, visitor.person, any, moment.now);
}

const Assignment* assignment_of(const Moment& moment, const PathValues& path) {
  auto code = path.find("code");
  return code == path.end() ? nullptr : moment.present.cases.find(code->second);
}

}  // namespace

std::optional<std::string> subject_unit(const Moment& moment, Subject subject,
                                        const PathValues& path) {
  if (subject == Subject::assignment) {
    const Assignment* found = assignment_of(moment, path);
    return found == nullptr ? std::nullopt : std::optional(found->unit);
  }
  if (subject == Subject::plan) {
    auto id = path.find("plan");
    const PlanCase* plan = id == path.end() ? nullptr : moment.present.office.plan(id->second);
    return plan == nullptr ? std::nullopt : std::optional(plan->plan.issuer);
  }
  if (subject == Subject::person) {
    auto id = path.find("person");
    const Person* person =
        id == path.end() ? nullptr : moment.present.office.directory.person(id->second);
    return person == nullptr ? std::nullopt : std::optional(person->unit);
  }
  auto unit = path.find("unit");
  if (subject == Subject::none || unit == path.end() ||
      moment.present.office.directory.unit(unit->second) == nullptr)
    return std::nullopt;
  return unit->second;
}

bool lets_in(const Moment& moment, Rule rule, const Visitor& visitor, Subject subject,
             const PathValues& path) {
  CHECK(rule != Rule::unset);
  if (rule == Rule::everyone) return true;
  if (!visitor.is_signed_in()) return false;
  if (rule == Rule::signed_in) return true;
  if (rule == Rule::administrator) return visitor.administrator;
  if (rule == Rule::any_lead) return visitor.administrator || leads_any(moment, visitor.person);
  const auto unit = subject_unit(moment, subject, path);
  if (!unit) return false;
  if (visitor.administrator || leads(moment.present, visitor.person, *unit, moment.now))
    return true;
  if (rule == Rule::leads) return false;
  if (subject == Subject::assignment)
    return may_answer_for(moment.present, visitor.person, *assignment_of(moment, path), moment.now);
  return is_of_unit(moment, visitor, *unit);
}

bool leads_any(const Moment& moment, const std::string& person) {
  const Directory& directory = moment.present.office.directory;
  const Person* own = directory.person(person);
  if (own == nullptr || !own->active) return false;
  if (own->lead) return true;
  const auto& away = directory.persons_with_leaves();
  return std::any_of(away.begin(), away.end(), [&](const std::string& id) {
    const Person* other = directory.person(id);
    if (other == nullptr || !other->lead) return false;
    const Person* deputy = directory.deputy_of(*other, moment.today);
    return deputy != nullptr && deputy->id == person;
  });
}

bool Led::leads(std::string_view unit) {
  if (visitor_.administrator) return true;
  auto [known, is_new] = known_.try_emplace(unit, false);
  if (is_new) known->second = dondoc::leads(moment_.present, visitor_.person, unit, moment_.now);
  return known->second;
}

bool Sight::sees(std::string_view unit) {
  if (visitor_.administrator) return true;
  auto [known, is_new] = known_.try_emplace(unit, false);
  if (is_new)
    known->second = leads(moment_.present, visitor_.person, unit, moment_.now) ||
                    is_of_unit(moment_, visitor_, unit);
  return known->second;
}

bool Sight::sees(const Assignment& assignment) {
  return sees(assignment.unit) ||
         (!assignment.handler.empty() && assignment.handler == visitor_.person);
}

std::set<std::string_view> plans_in_sight(const Moment& moment, Sight& sight) {
  std::set<std::string_view> seen;
  for (const auto& [id, plan] : moment.world.office.plans) {
    if (sight.sees(plan.plan.issuer)) seen.insert(id);
  }
  for (const Judged& one : moment.judged) {
    const std::string& plan = one.assignment->plan;
    if (!seen.contains(plan) && sight.sees(*one.assignment)) seen.insert(plan);
  }
  return seen;
}

bool is_known(const Moment& moment, std::string_view person) {
  if (person == k_administrator) return true;
  const Person* found = moment.world.office.directory.person(person);
  return found != nullptr && found->active;
}

}  // namespace dondoc
