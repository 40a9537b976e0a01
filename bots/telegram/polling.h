// Long polling (chat-apis.md §2.4). Updates are confirmed by asking for what comes after them, so
// the offset moves only when they are durable; in memory only: after a restart the platform gives
// what was not confirmed again, and the keys tell. Used by one thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "bots/telegram/api_call.h"
#include "engine/port/receiver.h"

namespace dondoc::telegram {

/// After about a week without an update the platform may start counting anew: an old offset would
/// throw the new updates away. Everything below it has been confirmed long before.
inline constexpr Elapsed k_silence_before_anew = Elapsed::hours(6 * 24);

class Poller {
 public:
  explicit Poller(const ApiCall& api) : api_(api) {}

  Polled poll(const std::string& bot_name, Instant now);
  void confirm();

 private:
  Polled read(const JsonTree& list, const std::string& bot_name, Instant now);
  Polled failed(const ApiReply& reply);
  /// The next wait after a poll in vain, twice the last one.
  Elapsed longer_wait(Elapsed first, Elapsed most);

  const ApiCall& api_;
  std::optional<std::int64_t> offset_;     ///< first update that is not confirmed
  std::optional<std::int64_t> next_;       ///< offset after the updates of the last poll
  std::optional<Instant> last_update_at_;  ///< or the first poll
  Elapsed last_wait_;
};

}  // namespace dondoc::telegram
