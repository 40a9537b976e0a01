#include "bots/zalo_oa/parts_done.h"

#include <utility>

namespace dondoc::zalo_oa {

PartsDone::Mark PartsDone::find(std::int64_t message, std::size_t parts) const {
  const std::lock_guard lock(mutex_);
  auto found = marks_.find(message);
  if (found == marks_.end() || found->second.parts != parts) return {parts, 0, {}};
  return found->second;
}

void PartsDone::keep(std::int64_t message, Mark mark) {
  const std::lock_guard lock(mutex_);
  if (marks_.insert_or_assign(message, std::move(mark)).second) order_.push_back(message);
  while (order_.size() > k_kept) {
    marks_.erase(order_.front());
    order_.pop_front();
  }
}

void PartsDone::forget(std::int64_t message) {
  const std::lock_guard lock(mutex_);
  if (marks_.erase(message) > 0) std::erase(order_, message);
}

}  // namespace dondoc::zalo_oa
