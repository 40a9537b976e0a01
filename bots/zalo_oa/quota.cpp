#include "bots/zalo_oa/quota.h"

namespace dondoc::zalo_oa {

void Quota::note(const JsonTree& quota, Instant now) {
  const auto left = quota["remainingQuota"].whole();
  if (!left) return;
  const std::lock_guard lock(mutex_);
  left_ = left;
  day_ = Zone::viet_nam().date_of(now);
}

std::optional<std::int64_t> Quota::left(Instant now) const {
  const std::lock_guard lock(mutex_);
  return day_ == Zone::viet_nam().date_of(now) ? left_ : std::nullopt;
}

}  // namespace dondoc::zalo_oa
