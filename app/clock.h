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

/// The clock that several nodes share, which is their store's: this machine's, and what it differs.
class SharedClock : public Clock {
 public:
  Instant now() const override;
  /// `theirs` was read somewhere between `before` and `after` by this machine's clock. Until it is
  /// set for the first time, this is the machine's own.
  void set(Instant before, Instant after, Instant theirs);

 private:
  std::atomic<std::int64_t> ahead_ms_ = 0;
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
