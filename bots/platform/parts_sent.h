// How far a message of several parts has come. When a part fails, the message is sent again under
// the same id: the parts that have arrived are not repeated. In memory: a restart forgets it, and
// the whole message is sent again. Safe from several threads at once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <string>

namespace dondoc {

struct OutgoingMessage;

class PartsSent {
 public:
  static constexpr std::size_t k_kept = 1000;  ///< messages; the oldest is forgotten first

  struct Mark {
    std::size_t parts = 0;    ///< that have arrived: the first ones, texts before files
    std::string platform_id;  ///< which of the parts' ids is kept is the channel's affair
  };

  /// Forgets the message and gives how far it has come: nowhere when it is unknown, has id 0, or
  /// says something else by now ("this may be a repetition: …"), for its parts are others then.
  Mark take(const OutgoingMessage& message);

  /// For the next attempt, which may go to another `account` (a group that has moved). A mark
  /// without parts is not kept, nor one of a message with id 0.
  void keep(const OutgoingMessage& message, const std::string& account, Mark mark);

 private:
  struct Entry {
    std::int64_t message = 0;
    std::string account;
    std::string text;
    Mark mark;
  };

  std::deque<Entry>::iterator find(std::int64_t message, const std::string& account);

  std::mutex mutex_;
  // protected by mutex_
  std::deque<Entry> entries_;  ///< oldest first
};

}  // namespace dondoc
