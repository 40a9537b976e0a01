#include "app/command_simulate.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

#include "app/data.h"
#include "app/desk.h"
#include "simulation/simulation.h"
#include "simulation/totals.h"

namespace dondoc {
namespace {

using simulation::RunOptions;
using simulation::RunReport;

/// A run is one thread's; several go side by side. In order of seed.
std::vector<Result<RunReport>> run_all(const Definitions& definitions,
                                       const std::vector<simulation::RealPlan>& plans,
                                       const RunOptions& first, int runs) {
  std::vector<Result<RunReport>> reports(static_cast<std::size_t>(runs));
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t i = next++; i < reports.size(); i = next++) {
      RunOptions own = first;
      own.seed = first.seed + i;
      reports[i] = simulation::simulate(definitions, plans, own);
    }
  };
  const std::size_t threads =
      std::min<std::size_t>(std::max(1U, std::thread::hardware_concurrency()), reports.size());
  std::vector<std::jthread> others;
  for (std::size_t i = 1; i < threads; ++i) others.emplace_back(work);
  work();
  others.clear();
  return reports;
}

}  // namespace

int run_simulate(const SimulateOptions& options) {
  RunOptions own;
  own.seed = options.seed;
  own.days = options.days;
  own.units = options.units;
  own.nodes = options.nodes;
  auto faults = simulation::read_faults(options.faults);
  if (!faults) {
    fail("simulate", faults.error().message);
    return 2;
  }
  own.faults = *faults;
  if (!options.plant.empty()) {
    auto plant = simulation::read_plant(options.plant);
    if (!plant) {
      fail("simulate", plant.error().message);
      return 2;
    }
    own.plant = *plant;
    if (simulation::is_of_nodes(own.plant)) own.nodes = std::max(own.nodes, 2);
  }
  auto data = find_data(options.data, "");
  if (!data) return fail("simulate", data.error().message);
  auto loaded = load_definitions(*data);
  if (!loaded.definitions) return fail("simulate", fault_lines(loaded.faults));
  auto plans = simulation::real_plans(data->files);
  if (!plans) return fail("simulate", plans.error().message);
  std::vector<RunReport> reports;
  for (auto& report : run_all(*loaded.definitions, *plans, own, options.runs)) {
    if (!report) return fail("simulate", report.error().message);
    reports.push_back(std::move(*report));
  }
  const std::string text =
      options.json ? simulation::as_json(reports) : simulation::as_text(reports);
  print(text);
  const bool is_broken = std::any_of(reports.begin(), reports.end(), [](const RunReport& report) {
    return report.findings_count > 0;
  });
  return is_broken ? 1 : 0;
}

}  // namespace dondoc
