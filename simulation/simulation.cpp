#include "simulation/simulation.h"

#include "engine/codec/plan_codec.h"
#include "simulation/run.h"

namespace dondoc::simulation {

Result<RunReport> simulate(const Definitions& definitions, const std::vector<RealPlan>& plans,
                           const RunOptions& options) {
  Generator generator(options.seed);
  const RealPlan& plan = plans[generator.below(plans.size())];
  return Run(definitions, plan, options, generator.branch()).go();
}

Result<std::vector<RealPlan>> real_plans(const std::vector<DataFile>& files) {
  std::vector<RealPlan> plans;
  for (const DataFile& file : files) {
    if (file.name.find("workflows/plans/") == file.name.npos) continue;
    Faults faults(file.name);
    auto plan = decode_plan(file.text, faults);
    if (!plan) return failure(ErrorKind::permanent, file.name + " has faults: run dondoc check");
    plans.push_back({std::move(*plan), file.text});
  }
  if (plans.empty()) return failure(ErrorKind::permanent, "there is no plan among the data files");
  return plans;
}

}  // namespace dondoc::simulation
