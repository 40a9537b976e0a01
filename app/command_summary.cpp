#include "app/command_summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <map>
#include <utility>
#include <vector>

#include "app/case_files.h"
#include "app/clock.h"
#include "app/desk.h"
#include "app/whole_file.h"
#include "engine/state/evolve.h"
#include "engine/summary/totals.h"
#include "reports/export.h"
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

/// What every form of the summary is made from.
struct Material {
  Office office;
  std::vector<Assignment> cases;
  std::vector<const Assignment*> pointers;
  std::string period;
};

Result<Material> material_of(const ReadingDesk& desk, const SummaryOptions& options) {
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
  Material material{std::move(*office), std::move(*cases), {}, std::move(*period)};
  for (const Assignment& a : material.cases) material.pointers.push_back(&a);
  return material;
}

/// Calendars show the whole plan: a deadline of another period is a deadline too.
std::string calendar_of(const Material& material, const Plan& plan, const Zone& zone) {
  return export_deadlines(material.office, material.pointers, {"Hạn: " + plan.title()}, plan.id,
                          zone.date_of(SystemClock().now()))
      .bytes;
}

Result<std::string> summary_of(const ReadingDesk& desk, const SummaryOptions& options) {
  auto material = material_of(desk, options);
  if (!material) return tl::unexpected(material.error());
  const Zone zone = desk.settings.config.zone;
  const PlanCase& plan = *material->office.plan(options.plan);
  const auto kind = options.json ? std::nullopt : export_kind_of(options.out);
  if (kind == ExportKind::ics) return calendar_of(*material, plan.plan, zone);
  const PlanSummary summary =
      summarize(plan.plan, material->period, material->pointers, material->office.calendar, zone);
  auto record = plan.summaries.find(material->period);
  const SummaryInput input{summary, plan.plan, material->office.directory,
                           record == plan.summaries.end() ? nullptr : &record->second};
  // It goes upward and may be passed on: small counts stay with the leads.
  if (kind) return export_summary(input, zone, *kind, SmallCounts::hidden).bytes;
  const bool as_json = options.json || options.out.ends_with(".json");
  std::string text = as_json ? summary_json(input) : summary_text(input);
  if (!text.ends_with("\n")) text += '\n';
  return text;
}

}  // namespace

int run_summary(const SummaryOptions& options) {
  auto desk = open_reading_desk(options.config);
  if (!desk) return fail("summary", desk.error().message);
  auto text = summary_of(*desk, options);
  if (!text) return fail("summary", text.error().message);
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
