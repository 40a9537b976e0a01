// Circuit breaker of one channel: after several failures in a row nothing is tried for a while,
// then one message is. A platform that is down is neither hammered nor does it use up attempts.
// Values only; no clock.
#pragma once

#include "engine/time/time.h"

namespace dondoc {

class Breaker {
 public:
  /// Closed: now. Open: when the next attempt may be made. While that attempt is under way: later.
  Instant earliest(Instant now) const;
  bool is_open() const { return failures_ >= k_failures; }

  /// A message is being tried.
  void tries(Instant now);
  /// The platform answered, whatever it said.
  void answered();
  /// No answer, or one that says the platform is in trouble.
  void failed(Instant now);

  static constexpr int k_failures = 5;  ///< in a row, then it opens

 private:
  int failures_ = 0;
  Instant closed_until_;
};

}  // namespace dondoc
