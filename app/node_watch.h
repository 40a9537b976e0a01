// NodeWatch: one node among several on a server's store: says that it lives, takes the duties that
// nobody has, hears of what the others commit, and keeps the clock they share. A thread of its own,
// so that a node lives while its engine works. Real time.
//
// A node that died or stopped is missed after k_span; whoever stopped notices by its own clock
// before that, and does nothing more under its duties.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>

#include "app/clock.h"
#include "app/duties.h"
#include "app/log_record.h"
#include "engine/port/lease_store.h"

namespace dondoc {

class NodeWatch : public Duties {
 public:
  static constexpr Elapsed k_span = Elapsed::seconds(6);
  static constexpr Elapsed k_every = Elapsed{1'500};
  /// A duty ends here this long before another node may take it.
  static constexpr Elapsed k_margin = Elapsed::seconds(1);

  /// `leases` and `clock` must live as long as this does.
  NodeWatch(LeaseStore& leases, SharedClock& clock, Tell tell = tell_nobody);
  /// Stops when still running.
  ~NodeWatch() override;

  /// Says for the first time that it lives. Errors: those of the store.
  Result<void> enter();
  /// `something_happened`: another node committed, or this one has a new duty; called from the
  /// thread, must be quick.
  void start(std::function<void()> something_happened);
  /// Gives the duties back.
  void stop();

  std::optional<Fence> holds(std::string_view duty) const override;

 private:
  using Steady = std::chrono::steady_clock;
  struct Held {
    Fence fence;
    Steady::time_point until;
  };

  Result<void> beat();
  bool take_in(const Beat& beat, Steady::time_point asked);
  void work();
  void tell_duty(LogEvent event, std::string_view duty) const;

  LeaseStore& leases_;
  SharedClock& clock_;
  const Tell tell_;
  std::function<void()> something_happened_ = [] {};
  mutable std::mutex mutex_;
  std::map<std::string, Held, std::less<>> held_;  // guarded by mutex_
  bool failing_ = false;                           // of the thread
  std::atomic<bool> stopping_ = false;
  std::thread thread_;
};

}  // namespace dondoc
