#include "app/command_summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <map>
#include <utility>
#include <vector>

#include "app/case_files.h"
#include "app/desk.h"
#include "app/whole_file.h"
#include "engine/state/evolve.h"
#include "engine/summary/totals.h"
#include "reports/summary_json.h"
#include "reports/summary_text.h"

namespace dondoc {
namespace {

/// Periods with something to report, each with the last due date that falls into it.
std::map<std::string, LocalDate> periods_of(const Plan& plan,
                                            const std::vector<Assignment>& assignments) {
  std::map<std::string, LocalDate> periods;
  for (const Assignment& a : assignments) {
    if (a.period.empty() || a.meaning == Meaning::void_ || !counts_as_report(plan, a.obligation))
      continue;
    LocalDate& last = periods[a.period];
    if (a.nominal) last = std::max(last, *a.nominal);
  }
  return periods;
}

std::string names_of(const std::map<std::string, LocalDate>& periods) {
  std::string names;
  for (const auto& entry : periods) names += (names.empty() ? "" : ", ") + entry.first;
  return names;
}

/// Empty, every period together, when the plan has none at all.
Result<std::string> chosen_period(const SummaryOptions& options,
                                  const std::map<std::string, LocalDate>& periods) {
  if (!options.period.empty() && !periods.contains(options.period))
    return failure(ErrorKind::permanent,
                   fmt::format("plan {} has no period '{}'; there are: {}", options.plan,
                               options.period, periods.empty() ? "none" : names_of(periods)));
  if (!options.period.empty() || periods.empty()) return options.period;
  auto last = std::max_element(periods.begin(), periods.end(),
                               [](const auto& a, const auto& b) { return a.second < b.second; });
  return last->first;
}

Result<std::string> summary_of(const ReadingDesk& desk, const SummaryOptions& options) {
  auto office = read_office(*desk.reader);
  if (!office) return tl::unexpected(office.error());
  const PlanCase* plan = office->plan(options.plan);
  if (plan == nullptr)
    return failure(ErrorKind::permanent, "no plan '" + options.plan + "' has been issued");
  CaseFilter filter;
  filter.plan = options.plan;
  auto cases = read_cases(*desk.reader, filter);
  if (!cases) return tl::unexpected(cases.error());
  auto period = chosen_period(options, periods_of(plan->plan, *cases));
  if (!period) return tl::unexpected(period.error());
  std::vector<const Assignment*> pointers;
  for (const Assignment& a : *cases) pointers.push_back(&a);
  const PlanSummary summary =
      summarize(plan->plan, *period, pointers, office->calendar, desk.settings.config.zone);
  auto record = plan->summaries.find(*period);
  const SummaryInput input{summary, plan->plan, office->directory,
                           record == plan->summaries.end() ? nullptr : &record->second};
  return options.json ? summary_json(input) : summary_text(input);
}

}  // namespace

int run_summary(const SummaryOptions& options) {
  auto desk = open_reading_desk(options.config);
  if (!desk) return fail("summary", desk.error().message);
  auto text = summary_of(*desk, options);
  if (!text) return fail("summary", text.error().message);
  if (!text->ends_with("\n")) *text += '\n';
  if (options.out == "-") {
    print(*text);
    return 0;
  }
  auto file = WholeFile::begin(options.out);
  if (!file) return fail("summary", file.error().message);
  if (auto written = file->finish(*text); !written) return fail("summary", written.error().message);
  std::fprintf(stderr, "%s: written\n", options.out.c_str());
  return 0;
}

}  // namespace dondoc
