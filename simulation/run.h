// One run: the house, the people and platforms around it, and the watches, driven moment by moment.
// One thread.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "simulation/frail_store.h"
#include "simulation/node.h"
#include "simulation/people.h"
#include "simulation/planted_store.h"
#include "simulation/postman.h"
#include "simulation/simulation.h"
#include "simulation/watches.h"
#include "simulation/wire.h"

namespace dondoc::simulation {

class Run {
 public:
  Run(const Definitions& definitions, const RealPlan& plan, const RunOptions& options,
      Generator generator);

  Result<RunReport> go();

 private:
  // the house
  Result<void> found();
  void rise();
  void die();
  void turn();
  bool take(const Input& input);
  void failed();
  std::optional<Instant> wake();

  // time
  void advance(Instant to);
  void schedule_days(int days);
  void end_day();
  void jump();
  void heal();
  void hand_in_everything();
  void confirm_questions();

  View view();
  RunReport report();

  const Definitions& definitions_;
  const RealPlan& plan_;
  RunOptions options_;
  Generator generator_;
  Zone zone_ = Zone::viet_nam();
  SimulatedOffice office_;
  Clocks clocks_;
  Timeline timeline_;
  FaultRates rates_;
  DiskKind kind_;
  Disk disk_;
  FrailStore frail_;
  PlantedStore store_;
  std::map<std::string, std::unique_ptr<Platform>> platforms_;
  Wire wire_;
  std::unique_ptr<People> people_;
  Watches watches_;
  Postman postman_;
  std::unique_ptr<Node> node_;
  std::optional<Instant> retry_at_;  ///< true time: the store failed
  std::size_t inputs_ = 0;
  int restless_ = 0;
  bool healed_ = false;
};

}  // namespace dondoc::simulation
