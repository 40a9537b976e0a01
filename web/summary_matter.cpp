// What the summary's page is about: periods, and what was computed for one of them.
#include <algorithm>
#include <functional>
#include <map>

#include "engine/state/evolve.h"
#include "web/page_route.h"
#include "web/summary_view.h"

namespace dondoc {
namespace {

std::vector<const Assignment*> cases_of(const Moment& moment, const std::string& plan,
                                        const std::string& period) {
  std::vector<const Assignment*> found;
  for (const std::string& code : moment.world.cases.codes_of_plan(plan, period)) {
    if (const Assignment* a = moment.world.cases.find(code)) found.push_back(a);
  }
  return found;
}

const SummaryRecord* record_of(const PlanCase& plan, const std::string& period) {
  auto found = plan.summaries.find(period);
  return found == plan.summaries.end() ? nullptr : &found->second;
}

/// What has no date comes first.
bool is_before(const SummaryPeriod& x, const SummaryPeriod& y) {
  return x.last_due != y.last_due ? x.last_due < y.last_due : x.id < y.id;
}

}  // namespace

std::vector<SummaryPeriod> summary_periods(const Moment& moment, const PlanCase& plan) {
  std::map<std::string, std::optional<LocalDate>> last;
  for (const Assignment* a : cases_of(moment, plan.plan.id, "")) {
    if (a->period.empty() || a->meaning == Meaning::void_ ||
        !counts_as_report(plan.plan, a->obligation))
      continue;
    auto& day = last[a->period];
    if (a->nominal) day = day ? std::max(*day, *a->nominal) : *a->nominal;
  }
  std::vector<SummaryPeriod> periods;
  for (const auto& [id, day] : last)
    periods.push_back({id, day, day && *day <= moment.today, record_of(plan, id)});
  std::sort(periods.begin(), periods.end(), is_before);
  return periods;
}

std::optional<std::string> period_asked(const std::vector<SummaryPeriod>& periods,
                                        const std::string& asked) {
  if (periods.empty()) return asked.empty() ? std::optional(asked) : std::nullopt;
  if (asked.empty()) {
    const auto due = std::find_if(periods.rbegin(), periods.rend(),
                                  [](const SummaryPeriod& one) { return one.is_due; });
    return due == periods.rend() ? periods.front().id : due->id;
  }
  const bool known = std::any_of(periods.begin(), periods.end(),
                                 [&](const SummaryPeriod& one) { return one.id == asked; });
  return known ? std::optional(asked) : std::nullopt;
}

bool SummaryMatter::is_open() const {
  return record == nullptr || record->standing == SummaryStanding::drafted;
}

bool SummaryMatter::has_changed() const { return !is_open() && record->figures != figures; }

std::string SummaryMatter::seal() const {
  std::string seen = figures + "\n" + text();
  if (record != nullptr)
    seen += "\n" + std::to_string(record->version) + "\n" + std::to_string(record->at.ms);
  return std::to_string(std::hash<std::string>{}(seen));
}

SummaryMatter summary_matter(const Moment& moment, const PlanCase& plan,
                             const std::string& period) {
  SummaryMatter matter;
  matter.plan = &plan;
  matter.summary = summarize(plan.plan, period, cases_of(moment, plan.plan.id, period),
                             moment.world.office.calendar, moment.world.zone);
  matter.figures = figures_json(matter.summary);
  matter.record = record_of(plan, period);
  return matter;
}

std::string summary_address(const Plan& plan, std::string_view below, std::string_view period) {
  std::string address = "/plans/" + percent_encoded(plan.id) + "/summary" + std::string(below);
  return period.empty() ? address : address + "?period=" + percent_encoded(period);
}

}  // namespace dondoc
