#include "web/attempts.h"

namespace dondoc {
namespace {

/// Names remembered at the same time; with more of them everybody waits.
constexpr std::size_t k_keys = 20'000;

}  // namespace

void Attempts::drop_old(std::deque<Instant>& times, Instant now) const {
  while (!times.empty() && now - times.front() > window_) times.pop_front();
}

void Attempts::make_room(Instant now) {
  if (times_.size() < k_keys) return;
  for (auto it = times_.begin(); it != times_.end();) {
    drop_old(it->second, now);
    it = it->second.empty() ? times_.erase(it) : std::next(it);
  }
}

bool Attempts::has_room(const std::string& key, Instant now) {
  const std::lock_guard lock(mutex_);
  auto found = times_.find(key);
  if (found == times_.end()) return true;
  drop_old(found->second, now);
  return found->second.size() < most_;
}

bool Attempts::take(const std::string& key, Instant now) {
  const std::lock_guard lock(mutex_);
  make_room(now);
  if (times_.size() >= k_keys && !times_.contains(key)) return false;
  std::deque<Instant>& times = times_[key];
  drop_old(times, now);
  if (times.size() >= most_) return false;
  times.push_back(now);
  return true;
}

void Attempts::forget(const std::string& key) {
  const std::lock_guard lock(mutex_);
  times_.erase(key);
}

}  // namespace dondoc
