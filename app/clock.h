// Clock: the only source of "now" in the program. The engine gets the time as an argument. Safe
// from any thread.
#pragma once

#include <atomic>

#include "engine/time/time.h"

namespace dondoc {

class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() const = 0;
};

/// The machine's clock.
class SystemClock : public Clock {
 public:
  Instant now() const override;
};

/// Stands still; moves only when told, never backwards. For the demo, tests and `serve
/// --virtual-clock`.
class VirtualClock : public Clock {
 public:
  explicit VirtualClock(Instant start) : ms_(start.ms) {}
  Instant now() const override { return {ms_.load()}; }
  /// An earlier time than the present one changes nothing.
  void move_to(Instant t) {
    if (t.ms > ms_.load()) ms_.store(t.ms);
  }

 private:
  std::atomic<std::int64_t> ms_;
};

}  // namespace dondoc
