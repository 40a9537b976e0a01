// The store as one of several nodes has it: a turn that was taken away meanwhile commits nothing,
// nor does a lease that is somebody else's by now. One thread.
#pragma once

#include <functional>

#include "simulation/passing_store.h"
#include "simulation/sharing.h"

namespace dondoc::simulation {

class SharedStore : public PassingStore {
 public:
  /// Asked before each commit: the node may stop there, and another one go on.
  using Stop = std::function<void()>;

  SharedStore(Sharing& sharing, int node, Plant plant)
      : PassingStore(nullptr), sharing_(sharing), node_(node), plant_(plant) {}

  void open(Store& disk) { change_inner(disk); }
  void stop_at_commits(Stop stop) { stop_ = std::move(stop); }

  Result<Ends> begin() override;
  void leave() override;
  Result<void> commit(Commit& commit) override;

  /// Whether the last commit failed because the turn or the lease was lost; cleared by the call.
  bool take_passed_by() { return std::exchange(passed_by_, false); }

 private:
  Result<void> pass_by(const char* why);

  Sharing& sharing_;
  int node_;
  Plant plant_;
  Stop stop_;
  bool has_begun_ = false;
  bool passed_by_ = false;
};

}  // namespace dondoc::simulation
