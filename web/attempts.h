// Attempts: how often somebody tried lately, for limits on sign-in. Bounded in memory; forgotten
// when the program ends. Safe from several threads.
#pragma once

#include <cstddef>
#include <deque>
#include <map>
#include <mutex>
#include <string>

#include "engine/time/time.h"

namespace dondoc {

class Attempts {
 public:
  /// More than `most` within `window` are too many.
  Attempts(std::size_t most, Elapsed window) : most_(most), window_(window) {}

  /// Whether another attempt is allowed; it counts from now on.
  bool take(const std::string& key, Instant now);
  /// Whether it would be, without counting it.
  bool has_room(const std::string& key, Instant now);
  void forget(const std::string& key);

 private:
  void drop_old(std::deque<Instant>& times, Instant now) const;
  void make_room(Instant now);

  const std::size_t most_;
  const Elapsed window_;
  std::mutex mutex_;
  std::map<std::string, std::deque<Instant>> times_;  // guarded by mutex_
};

}  // namespace dondoc
