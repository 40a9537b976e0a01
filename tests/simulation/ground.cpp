#include "tests/simulation/ground.h"

#include <stdexcept>

#include "app/data.h"

using namespace dondoc;
using namespace dondoc::simulation;

namespace {

struct Ground {
  Definitions definitions;
  std::vector<RealPlan> plans;
};

const Ground& ground() {
  static const Ground k_ground = [] {
    auto data = find_data(DONDOC_SOURCE_DIR, "");
    if (!data) throw std::runtime_error(data.error().message);
    auto loaded = load_definitions(*data);
    if (!loaded.definitions) throw std::runtime_error(fault_lines(loaded.faults));
    auto plans = real_plans(data->files);
    if (!plans) throw std::runtime_error(plans.error().message);
    return Ground{std::move(*loaded.definitions), std::move(*plans)};
  }();
  return k_ground;
}

}  // namespace

RunReport run(const RunOptions& options) {
  auto report = simulate(ground().definitions, ground().plans, options);
  if (!report) throw std::runtime_error(report.error().message);
  return std::move(*report);
}
