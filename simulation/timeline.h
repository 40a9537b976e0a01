// Timeline: what will happen outside the house, in order of time; what is due in the same
// millisecond in the order in which it was entered. One thread.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <utility>

#include "engine/time/time.h"

namespace dondoc::simulation {

/// True time runs; what the machine believes may differ (Fault::clock_jump).
struct Clocks {
  Instant truth;
  Elapsed error;  ///< the machine's clock is so much ahead
  Instant machine() const { return truth + error; }
};

class Timeline {
 public:
  using Deed = std::function<void()>;

  void at(Instant when, Deed deed) { deeds_.emplace(std::pair(when, ++entered_), std::move(deed)); }
  std::optional<Instant> next() const {
    if (deeds_.empty()) return std::nullopt;
    return deeds_.begin()->first.first;
  }
  /// Does the first deed. Requires: there is one.
  void step() {
    const Deed deed = std::move(deeds_.begin()->second);
    deeds_.erase(deeds_.begin());
    deed();
  }

 private:
  std::map<std::pair<Instant, std::uint64_t>, Deed> deeds_;
  std::uint64_t entered_ = 0;
};

}  // namespace dondoc::simulation
