// How far a message of several parts (a long text, files) has come, so that a repetition after a
// failure goes on instead of saying everything twice. In memory: after a crash the outbox repeats
// the whole message. Safe from several threads at once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <mutex>
#include <string>

namespace dondoc::zalo_oa {

class PartsDone {
 public:
  struct Mark {
    std::size_t parts = 0;    ///< of the whole message; a different number makes the mark void
    std::size_t done = 0;     ///< the first ones
    std::string platform_id;  ///< of the last text that was delivered
  };

  /// An empty mark when nothing is known of this message in so many parts.
  Mark find(std::int64_t message, std::size_t parts) const;
  void keep(std::int64_t message, Mark mark);
  void forget(std::int64_t message);

 private:
  static constexpr std::size_t k_kept = 1000;

  mutable std::mutex mutex_;
  // protected by mutex_
  std::map<std::int64_t, Mark> marks_;
  std::deque<std::int64_t> order_;  ///< oldest first; may name forgotten ones
};

}  // namespace dondoc::zalo_oa
