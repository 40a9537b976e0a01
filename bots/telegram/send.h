// Sends a message: its text in parts, the buttons under the last, then its files (chat-apis.md
// §2.2, §2.6). Thread-safe.
#pragma once

#include <atomic>
#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "bots/platform/parts_sent.h"
#include "bots/telegram/api_call.h"
#include "engine/port/channel.h"

namespace dondoc::telegram {

/// UTF-16 units; Telegram counts "characters after entities parsing", which is never more.
inline constexpr std::size_t k_text_units = 4096;
/// The platform's limit for what a bot uploads.
inline constexpr std::size_t k_upload_bytes = 50 * 1024 * 1024;

class Sender {
 public:
  explicit Sender(const ApiCall& api) : api_(api) {}

  /// The outcome of the first part that did not arrive; when all did, the id of the last text (of
  /// the last file when there is no text).
  SendOutcome send(const OutgoingMessage& message, Instant now);

  std::uint64_t buttons_dropped() const { return buttons_dropped_; }
  std::uint64_t sent_plain() const { return sent_plain_; }

 private:
  /// One part on its way: `chat` becomes the new id when the group has moved.
  struct Way {
    std::string chat;
    bool moved = false;
    Instant now;
  };

  SendOutcome send_text(Way& way, std::string_view text, nlohmann::json parameters);
  SendOutcome send_file(Way& way, const OutgoingFile& file);
  /// Follows a group that has moved, once for a message. True: ask again.
  static bool follow(const ApiReply& reply, Way& way);

  const ApiCall& api_;
  PartsSent sent_;
  std::atomic<std::uint64_t> buttons_dropped_ = 0;
  std::atomic<std::uint64_t> sent_plain_ = 0;
};

}  // namespace dondoc::telegram
