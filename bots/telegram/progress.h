// How far a message of several parts has come. When a part fails, the message is sent again under
// the same id: the parts that have arrived are not repeated. In memory: a restart forgets it.
// Thread-safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <mutex>
#include <string>
#include <utility>

namespace dondoc::telegram {

/// A message on its way to an account.
using ProgressKey = std::pair<std::int64_t, std::string>;

struct Progress {
  std::size_t parts = 0;    ///< that have arrived, texts first, then files
  std::string platform_id;  ///< of the last text that arrived
};

class ProgressBook {
 public:
  static constexpr std::size_t k_kept = 1000;  ///< messages; the oldest is forgotten first

  /// From the start for an unknown message, and for id 0.
  Progress take(const ProgressKey& key) {
    const std::lock_guard lock(mutex_);
    const auto found = known_.find(key);
    if (found == known_.end()) return {};
    Progress progress = std::move(found->second);
    known_.erase(found);
    return progress;
  }

  void keep(const ProgressKey& key, Progress progress) {
    if (key.first == 0 || progress.parts == 0) return;
    const std::lock_guard lock(mutex_);
    if (known_.insert_or_assign(key, std::move(progress)).second) order_.push_back(key);
    while (order_.size() > k_kept) {
      known_.erase(order_.front());
      order_.pop_front();
    }
  }

 private:
  std::mutex mutex_;
  // protected by mutex_
  std::map<ProgressKey, Progress> known_;
  std::deque<ProgressKey> order_;  ///< may name messages that are done
};

}  // namespace dondoc::telegram
