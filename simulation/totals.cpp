#include "simulation/totals.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include <algorithm>

#include "simulation/trace.h"

namespace dondoc::simulation {
namespace {

using OrderedJson = nlohmann::ordered_json;

struct Totals {
  std::int64_t days = 0, unit_days = 0, events = 0;
  std::size_t on_file = 0, steps = 0, inputs = 0, messages = 0, duplicates = 0, violations = 0;
  std::int64_t deaths = 0, failed_commits = 0, stops = 0;
  int nodes = 1;  ///< the most of a run
  std::vector<std::int64_t> lateness_ms;
};

Totals total_of(const std::vector<RunReport>& runs) {
  Totals t;
  for (const RunReport& run : runs) {
    t.days += run.days;
    t.unit_days += std::int64_t{run.days} * run.units;
    t.events += run.events;
    t.on_file += run.disk == DiskKind::sqlite ? 1U : 0U;
    t.steps += run.steps;
    t.inputs += run.inputs;
    t.messages += run.messages;
    t.duplicates += run.duplicates;
    t.violations += run.findings_count;
    t.deaths += run.deaths;
    t.failed_commits += run.failed_commits;
    t.stops += run.stops;
    t.nodes = std::max(t.nodes, run.nodes);
    t.lateness_ms.insert(t.lateness_ms.end(), run.lateness_ms.begin(), run.lateness_ms.end());
  }
  std::sort(t.lateness_ms.begin(), t.lateness_ms.end());
  return t;
}

/// In seconds; 0 when there is none. Of sorted values, the one below which so many of a hundred
/// lie.
double percentile(const std::vector<std::int64_t>& sorted, std::size_t hundredths) {
  if (sorted.empty()) return 0;
  const std::size_t place = std::min(sorted.size() - 1, sorted.size() * hundredths / 100);
  return static_cast<double>(sorted[place]) / 1'000;
}

const char* name_of(DiskKind kind) { return kind == DiskKind::sqlite ? "sqlite" : "memory"; }

double unit_years(const Totals& t) { return static_cast<double>(t.unit_days) / 365; }

}  // namespace

std::string total_hash(const std::vector<RunReport>& runs) {
  Trace all;
  for (const RunReport& run : runs) all.line(run.trace_hash);
  return all.hash();
}

std::string as_text(const std::vector<RunReport>& runs) {
  const Totals t = total_of(runs);
  std::string text = fmt::format(
      "runs            {} ({} on SQLite, the others in memory)\n"
      "virtual days    {} ({:.0f} unit-years)\n"
      "steps           {}\n"
      "events          {}\n"
      "inputs          {}\n"
      "messages        {}\n"
      "duplicates      {}\n"
      "crashes         {}\n"
      "failed commits  {}\n"
      "nodes           {} ({} times one stood still)\n"
      "lateness        p50 {:.3f} s, p99 {:.3f} s ({} messages without a fault in the way)\n"
      "violations      {}\n"
      "trace           {}\n",
      runs.size(), t.on_file, t.days, unit_years(t), t.steps, t.events, t.inputs, t.messages,
      t.duplicates, t.deaths, t.failed_commits, t.nodes, t.stops, percentile(t.lateness_ms, 50),
      percentile(t.lateness_ms, 99), t.lateness_ms.size(), t.violations, total_hash(runs));
  const Zone zone = Zone::viet_nam();
  for (const RunReport& run : runs) {
    for (const Finding& finding : run.findings)
      text += fmt::format("seed {} ({}, {}): {}: {} [{}]\n", run.seed, run.plan, name_of(run.disk),
                          finding.invariant, finding.what, zone.clock(finding.at));
    if (run.findings_count > run.findings.size())
      text += fmt::format("seed {}: {} more\n", run.seed, run.findings_count - run.findings.size());
  }
  return text;
}

std::string as_json(const std::vector<RunReport>& runs) {
  const Totals t = total_of(runs);
  OrderedJson violations = OrderedJson::array();
  OrderedJson each = OrderedJson::array();
  for (const RunReport& run : runs) {
    each.push_back({{"seed", run.seed},
                    {"plan", run.plan},
                    {"store", name_of(run.disk)},
                    {"units", run.units},
                    {"violations", run.findings_count},
                    {"trace", run.trace_hash}});
    for (const Finding& finding : run.findings)
      violations.push_back({{"seed", run.seed},
                            {"invariant", finding.invariant},
                            {"what", finding.what},
                            {"at", Zone::viet_nam().iso(finding.at)}});
  }
  const OrderedJson all = {{"runs", runs.size()},
                    {"virtual_days", t.days},
                    {"unit_years", unit_years(t)},
                    {"steps", t.steps},
                    {"events", t.events},
                    {"inputs", t.inputs},
                    {"messages", t.messages},
                    {"duplicates", t.duplicates},
                    {"crashes", t.deaths},
                    {"failed_commits", t.failed_commits},
                    {"nodes", t.nodes},
                    {"stops", t.stops},
                    {"lateness_p50_s", percentile(t.lateness_ms, 50)},
                    {"lateness_p99_s", percentile(t.lateness_ms, 99)},
                    {"violation_count", t.violations},
                    {"violations", violations},
                    {"trace", total_hash(runs)},
                    {"each", each}};
  return all.dump(2) + "\n";
}

}  // namespace dondoc::simulation
