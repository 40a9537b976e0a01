#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_map>

#include "engine/codec/check_plan_parts.h"
#include "engine/codec/json_document.h"
#include "engine/limits.h"

namespace dondoc {
namespace {

/// A due date must fall into the days of the plan, and never before the plan itself or what it
/// rests on.
void check_inside(const Plan& plan, LocalDate nominal, const std::string& pointer, Faults& faults) {
  auto floor = plan.floor();
  if (floor && nominal < *floor) {
    faults.add(
        pointer,
        fmt::format("{} lies before the plan itself ({}); a day already past has the type 'past'",
                    nominal.iso(), floor->iso()));
  } else if (nominal < plan.from || nominal > plan.to) {
    faults.add(pointer, fmt::format("{} lies outside the plan, which lasts from {} to {}",
                                    nominal.iso(), plan.from.iso(), plan.to.iso()));
  }
}

/// `pointer` is that of `to`.
void check_order(LocalDate from, LocalDate to, const std::string& pointer, Faults& faults) {
  if (to < from)
    faults.add(pointer, fmt::format("ends on {}, before it begins on {}", to.iso(), from.iso()));
}

/// Looks at each kind of rule; knows where in the file it stands.
class RuleCheck {
 public:
  RuleCheck(const Plan& plan, const Obligation& obligation, std::string pointer, Faults& faults)
      : plan_(plan), obligation_(obligation), pointer_(std::move(pointer)), faults_(faults) {}

  void operator()(const DateRule& rule) const {
    LocalDate nominal = occurrences(DueRule{"", rule}, std::nullopt).front().nominal;
    if (rule.from && *rule.from > nominal) {
      faults_.add(pointer_ + "/from", fmt::format("begins on {}, after its due date {}",
                                                  rule.from->iso(), nominal.iso()));
    }
    if (rule.cutoff && *rule.cutoff > nominal) {
      faults_.add(pointer_ + "/cutoff",
                  fmt::format("figures are counted until {}, after the due date {}",
                              rule.cutoff->iso(), nominal.iso()));
    }
    check_inside(plan_, nominal, pointer_ + "/date", faults_);
  }

  void operator()(const WindowRule& rule) const {
    check_order(rule.from, rule.to, pointer_ + "/to", faults_);
    if (rule.from <= rule.to) check_inside(plan_, rule.to, pointer_ + "/to", faults_);
  }

  void operator()(const RecurringRule& rule) const {
    check_order(rule.from, rule.to, pointer_ + "/to", faults_);
    if (rule.month && *rule.month > months_in(rule.every)) {
      faults_.add(pointer_ + "/month",
                  fmt::format("the period has only {} months", months_in(rule.every)));
      return;
    }
    if (rule.from > rule.to) return;
    auto dates = occurrences(DueRule{"", rule}, plan_.floor());
    if (dates.empty()) {
      faults_.add(pointer_,
                  fmt::format("has no due date from {} to {}{}", rule.from.iso(), rule.to.iso(),
                              plan_.floor() ? " on or after the date of the plan" : ""));
      return;
    }
    check_inside(plan_, dates.front().nominal, pointer_ + "/from", faults_);
    if (dates.back().nominal > plan_.to)
      check_inside(plan_, dates.back().nominal, pointer_ + "/to", faults_);
  }

  void operator()(const SeveralRule& several) const {
    for (std::size_t i = 0; i < several.rules.size(); ++i) {
      RuleCheck part(plan_, obligation_, fmt::format("{}/rules/{}", pointer_, i), faults_);
      std::visit(part, several.rules[i].rule);
    }
  }

  void operator()(const OngoingRule& rule) const {
    if (rule.from && rule.to) check_order(*rule.from, *rule.to, pointer_ + "/to", faults_);
  }

  void operator()(const UnconfirmedRule& rule) const {
    if (rule.question.empty() || obligation_.id.empty()) return;
    const auto* question = plan_.question(rule.question);
    if (question == nullptr) {
      faults_.add(pointer_ + "/question", fmt::format("unknown question '{}'", rule.question));
    } else if (std::find(question->about.begin(), question->about.end(), obligation_.id) ==
               question->about.end()) {
      faults_.add(pointer_ + "/question",
                  fmt::format("question '{}' is not about '{}'", rule.question, obligation_.id));
    }
  }

  void operator()(const TriggerRule&) const {}
  void operator()(const PastRule&) const {}

 private:
  const Plan& plan_;
  const Obligation& obligation_;
  std::string pointer_;
  Faults& faults_;
};

/// Each period has one due date, and each due date a code of its own.
void check_periods(const std::vector<Occurrence>& dates, const std::string& pointer,
                   Faults& faults) {
  if (dates.size() >= limits::occurrences_per_rule) {
    faults.add(pointer, fmt::format("{} due dates or more; fewer are allowed",
                                    limits::occurrences_per_rule));
  }
  std::map<std::string_view, LocalDate> by_period;
  std::map<std::string_view, LocalDate> by_suffix;
  for (const auto& date : dates) {
    auto [period, is_new_period] = by_period.emplace(date.period, date.nominal);
    auto [suffix, is_new_suffix] = by_suffix.emplace(date.code_suffix, date.nominal);
    if (!is_new_period) {
      faults.add(
          pointer,
          fmt::format(
              "the due dates {} and {} belong to the same period '{}'; name their periods apart",
              period->second.iso(), date.nominal.iso(), date.period));
    } else if (!is_new_suffix) {
      faults.add(pointer,
                 fmt::format("the due dates {} and {} would get the same code, ending in '{}'",
                             suffix->second.iso(), date.nominal.iso(), date.code_suffix));
    }
  }
}

void check_phases(const PlanFile& file, Faults& faults) {
  for (std::size_t i = 0; i < file.phases.size(); ++i) {
    const auto& phase = file.phases[i];
    auto pointer = pointer_to("/plan/phases", i);
    if (!phase.from || !phase.to) continue;
    check_order(*phase.from, *phase.to, pointer + "/to", faults);
    if (*phase.from < file.plan.from) faults.add(pointer + "/from", "begins before the plan does");
    if (*phase.to > file.plan.to) faults.add(pointer + "/to", "ends after the plan does");
  }
}

void check_basis(const PlanFile& file, Faults& faults) {
  const Plan& plan = file.plan;
  std::optional<LocalDate> latest;
  for (std::size_t i = 0; i < file.basis.size(); ++i) {
    if (!file.basis[i]) continue;
    latest = std::max(latest, file.basis[i]);
    if (plan.date && *file.basis[i] > *plan.date) {
      faults.add(pointer_to("/plan/basis", i) + "/date",
                 fmt::format("is later than the plan itself ({})", plan.date->iso()));
    }
  }
  if (plan.date || !latest) return;
  if (!file.has_floor) {
    faults.add(
        "/plan",
        fmt::format("field 'not_before' is missing: the plan has no date, its basis is of {}",
                    latest->iso()));
  } else if (plan.not_before && *plan.not_before < *latest) {
    faults.add("/plan/not_before",
               fmt::format("is earlier than the plan's basis ({})", latest->iso()));
  }
}

/// Units an obligation has at most: units that stand in two groups are counted twice.
std::size_t units_at_most(const Obligation& obligation,
                          const std::unordered_map<std::string, std::size_t>& group_sizes) {
  std::size_t count = 0;
  for (const auto& name : obligation.who) {
    auto group = group_sizes.find(name);
    count += group == group_sizes.end() ? 1 : group->second;
  }
  return count;
}

}  // namespace

void check_due(const Plan& plan, const Obligation& obligation, const DueRule& due,
               const std::string& pointer, Faults& faults) {
  std::visit(RuleCheck(plan, obligation, pointer, faults), due.rule);
  check_periods(occurrences(due, std::nullopt), pointer, faults);
}

void check_plan_days(const PlanFile& file, Faults& faults) {
  const Plan& plan = file.plan;
  check_order(plan.from, plan.to, "/plan/to", faults);
  if (plan.date && *plan.date > plan.to)
    faults.add("/plan/date", fmt::format("is after the plan's end, {}", plan.to.iso()));
  if (plan.date && plan.not_before)
    faults.add("/plan/not_before", "only a plan without a date has this field");
  check_basis(file, faults);
  check_phases(file, faults);
}

void check_size(const Plan& plan, Faults& faults) {
  std::unordered_map<std::string, std::size_t> group_sizes;
  for (const auto& group : plan.groups) group_sizes.emplace(group.id, group.units.size());
  std::unordered_map<std::string_view, const DueRule*> proposals;
  for (const auto& question : plan.questions) {
    for (const auto& proposal : question.dues) proposals[proposal.obligation] = &proposal.due;
  }
  std::size_t total = 0;
  for (const auto& obligation : plan.obligations) {
    auto proposal = proposals.find(obligation.id);
    const DueRule& due = proposal == proposals.end() ? obligation.due : *proposal->second;
    auto dates = std::max<std::size_t>(occurrences(due, plan.floor()).size(), 1);
    total += units_at_most(obligation, group_sizes) * dates;
    if (total > limits::assignments_per_plan) {
      faults.add("/obligations", fmt::format("more than {} assignments; split the plan",
                                             limits::assignments_per_plan));
      return;
    }
  }
}

}  // namespace dondoc
