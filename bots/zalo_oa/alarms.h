// What an administrator has to hear about, until a day has passed: unknown error codes, quotas,
// buttons that are refused. Safe from several threads at once.
#pragma once

#include <cstddef>
#include <deque>
#include <mutex>
#include <string>
#include <vector>

#include "engine/time/time.h"

namespace dondoc::zalo_oa {

class Alarms {
 public:
  /// The same text again only moves its time.
  void raise(std::string text, Instant now);
  /// Of the last 24 hours, oldest first.
  std::vector<std::string> list(Instant now) const;

 private:
  struct Alarm {
    std::string text;
    Instant at;
  };
  static constexpr std::size_t k_kept = 20;

  mutable std::mutex mutex_;
  std::deque<Alarm> alarms_;  // protected by mutex_
};

}  // namespace dondoc::zalo_oa
