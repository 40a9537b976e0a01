#include "app/clock.h"

#include <chrono>

namespace dondoc {

Instant SystemClock::now() const {
  auto since = std::chrono::system_clock::now().time_since_epoch();
  return {std::chrono::duration_cast<std::chrono::milliseconds>(since).count()};
}

Instant SharedClock::now() const { return SystemClock().now() + Elapsed{ahead_ms_.load()}; }

void SharedClock::set(Instant before, Instant after, Instant theirs) {
  ahead_ms_ = theirs.ms - (before.ms + (after.ms - before.ms) / 2);
}

}  // namespace dondoc
