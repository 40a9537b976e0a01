// The disk as it can be: the process dies before or after a commit, a commit fails, the disk is
// full for hours. After a death every call fails until the process is started anew. One thread.
#pragma once

#include <functional>

#include "simulation/faults.h"
#include "simulation/passing_store.h"
#include "simulation/timeline.h"

namespace dondoc::simulation {

class FrailStore : public PassingStore {
 public:
  /// Hears of every commit that has become durable, as it stands in the store.
  using Durable = std::function<void(const Commit&)>;

  /// Dead until `revive`; no fault strikes before `strike_with`.
  FrailStore(Generator generator, const Clocks& clocks)
      : PassingStore(nullptr), generator_(generator), clocks_(clocks) {}

  void listen(Durable durable) { durable_ = std::move(durable); }

  Result<void> commit(Commit& commit) override;

  bool is_dead() const { return dead_; }
  /// The process is started anew, on the same disk opened anew.
  void revive(Store& disk) {
    change_inner(disk);
    dead_ = false;
  }
  void strike_with(const FaultRates& rates) { rates_ = rates; }
  /// From now on nothing fails.
  void heal() {
    rates_ = {};
    full_until_ = {};
  }
  int deaths() const { return deaths_; }
  int failures() const { return failures_; }

 protected:
  Result<void> shut_for() override;

 private:
  Result<void> die(const char* why);
  Result<void> fail(const char* why);

  FaultRates rates_;
  Generator generator_;
  const Clocks& clocks_;
  Durable durable_;
  Instant full_until_;
  bool dead_ = true;
  int deaths_ = 0;
  int failures_ = 0;
};

}  // namespace dondoc::simulation
