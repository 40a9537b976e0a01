// How many template messages the platform still takes today, as its answers tell. Safe from several
// threads at once.
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>

#include "bots/platform/json_tree.h"
#include "engine/time/time.h"

namespace dondoc::zalo_oa {

class Quota {
 public:
  /// {"dailyQuota": "500", "remainingQuota": "499"}; anything else is not an error.
  void note(const JsonTree& quota, Instant now);
  /// None when nothing was told on this day.
  std::optional<std::int64_t> left(Instant now) const;

 private:
  mutable std::mutex mutex_;
  // protected by mutex_
  std::optional<std::int64_t> left_;
  LocalDate day_;
};

}  // namespace dondoc::zalo_oa
