#include "simulation/check/summary_truth.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace dondoc::simulation {
namespace {

constexpr int k_days_between = 15;

/// Reports that must be added up for an accepted duty: those of its sources while they count for
/// it, otherwise its own.
std::vector<OwnReport> reports_of(const OwnDuty& duty) {
  if (!duty.sources.empty()) return duty.sources;
  if (!duty.report) return {};
  return {*duty.report};
}

/// A part is only added up with its whole (engine/summary/indicator.cpp), as the plan's rule says.
bool is_added_up(const Field& field, const OwnReport& report) {
  const bool has_whole = field.aggregate != Aggregate::ratio || report.figures.contains(field.of);
  return has_whole && report.figures.contains(field.id);
}

std::size_t times(const Total& total, const std::string& code) {
  return static_cast<std::size_t>(
      std::count_if(total.given.begin(), total.given.end(),
                    [&](const Provenance& one) { return one.code == code; }));
}

}  // namespace

void SummaryWatch::day_ends(const View& view) {
  if (++days_ % k_days_between == 0) look(view);
}

void SummaryWatch::look(const View& view) {
  const auto assignments = stored_.read(view.disk, mirror_);
  if (!assignments) return findings_.add("summary", assignments.error().message);
  done_.clear();
  for (const auto& [code, duty] : mirror_.duties()) {
    if (duty.meaning == "done")
      done_[{duty.plan, duty.obligation, duty.period}].push_back(&duty);
  }
  for (const auto& [id, plan] : view.office.plans) look_at_plan(view, plan.plan, **assignments);
}

void SummaryWatch::look_at_plan(const View& view, const Plan& plan,
                                const std::vector<Assignment>& assignments) {
  std::vector<const Assignment*> own;
  for (const Assignment& a : assignments) {
    if (a.plan == plan.id) own.push_back(&a);
  }
  const PlanSummary summary = desk_.summary(view.office, plan, own);
  for (const ObligationSummary& obligation : summary.obligations) {
    for (const Total& total : obligation.totals) look_at_total(obligation, total, plan.id);
  }
}

void SummaryWatch::look_at_total(const ObligationSummary& obligation, const Total& total,
                                 const std::string& plan) {
  const auto where = [&](const std::string& code) {
    return fmt::format("{} of {} in the total of {} {}", total.field.id, code,
                       obligation.obligation, obligation.period);
  };
  double sum = 0;
  for (const Provenance& one : total.given) {
    if (times(total, one.code) > 1) findings_.add("summary", where(one.code) + " stands twice");
    if (const auto* whole = std::get_if<std::int64_t>(&one.value))
      sum += static_cast<double>(*whole);
    if (const auto* number = std::get_if<double>(&one.value)) sum += *number;
  }
  if (total.field.aggregate == Aggregate::sum && std::fabs(total.value.value_or(0) - sum) > 0.001)
    findings_.add("summary",
                  fmt::format("the total of {} {} is {}, its figures are {}", obligation.obligation,
                              total.field.id, total.value.value_or(0), sum));
  for (const OwnDuty* duty : done_[{plan, obligation.obligation, obligation.period}]) {
    for (const OwnReport& report : reports_of(*duty)) {
      if (!is_added_up(total.field, report)) continue;
      std::size_t found = times(total, report.code);
      for (const std::string& other : report.together_with) {
        if (other != report.code) found += times(total, other);
      }
      if (found == 0)
        findings_.add("summary",
                      fmt::format("{} is missing; reported together with {} others, {} sources, {} "
                                  "figures are there",
                                  where(report.code), report.together_with.size(),
                                  duty->sources.size(), total.given.size()));
    }
  }
}

}  // namespace dondoc::simulation
