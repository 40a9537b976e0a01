// One run: the house, of one node or several, the people and platforms around it, and the watches,
// driven moment by moment. One thread.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "simulation/house.h"
#include "simulation/people.h"
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
  // the house (run_houses.cpp)
  std::vector<std::unique_ptr<House>> build_houses();
  void equip(House& house, const std::vector<Outlet>& outlets);
  Result<void> found();
  void rise(House& house);
  void die(House& house);
  void turn();
  void drive(House& house);
  bool take(const Input& input);
  void failed(House& house);
  std::optional<Instant> wake();
  std::optional<Instant> wake_of(House& house);
  House* one_that_works();
  House* one_that_is_up();

  // several nodes
  bool has_several() const { return houses_.size() > 1; }
  void schedule_stops();
  void stand_still(House& house, Elapsed span);
  void stop_before_commit(House& house);

  // time
  void advance(Instant to);
  void schedule_days(int days);
  void end_day();
  void jump();
  void heal();
  void hand_in_everything();
  void confirm_questions();

  View view(House& house);
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
  Sharing sharing_;
  std::vector<std::unique_ptr<House>> houses_;
  Generator nodes_chance_;  ///< for what only several nodes have
  std::map<std::string, std::unique_ptr<Platform>> platforms_;
  Wire wire_;
  std::unique_ptr<People> people_;
  Watches watches_;
  Postman postman_;
  std::size_t inputs_ = 0;
  int stops_ = 0;
  bool is_founded_ = false;
  bool healed_ = false;
  bool is_stopped_at_commit_ = false;  ///< another node goes on meanwhile
};

}  // namespace dondoc::simulation
