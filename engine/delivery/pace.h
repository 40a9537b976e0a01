// How fast a platform may be spoken to: per bot, per chat and per group, and a pause of the whole
// bot when it says so (chat-apis.md §2.7, §5 no. 7). Messages are spaced evenly instead of in
// bursts: any window of a second then holds no more than the rate. Values only; no clock.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "engine/time/time.h"

namespace dondoc {

/// Time between two messages; 0: no limit.
struct PaceRules {
  std::int64_t bot_us = 0;
  std::int64_t chat_us = 0;
  std::int64_t group_us = 0;
};

/// About 30 a second for a bot, one a second for a chat, 20 a minute for a group
/// (https://core.telegram.org/bots/faq), each kept a little below.
inline constexpr PaceRules k_telegram_pace{33'600, 1'010'000, 3'030'000};
/// 4,000 calls a minute for an app (chat-apis.md §3.1).
inline constexpr PaceRules k_zalo_oa_pace{20'000, 1'010'000, 3'030'000};
/// Unpublished: slow and even (chat-apis.md §4.4).
inline constexpr PaceRules k_zalo_bot_pace{100'000, 1'010'000, 3'030'000};

class Pace {
 public:
  explicit Pace(PaceRules rules) : rules_(rules) {}

  /// When a message to whatever chat may go at the earliest; at or before `now`: at once.
  Instant earliest_of_bot(Instant now) const;
  /// When a message to the chat may go; at or before `now`: at once.
  Instant earliest(std::string_view chat, Instant now) const;
  /// A message to the chat goes now.
  void take(std::string_view chat, bool is_group, Instant now);
  /// Nothing goes before `until`.
  void pause(Instant until);
  Instant paused_until() const { return paused_until_; }

 private:
  PaceRules rules_;
  Instant paused_until_;
  std::int64_t bot_free_us_ = 0;  ///< microseconds since 1970
  std::unordered_map<std::string, std::int64_t> chat_free_us_;
};

}  // namespace dondoc
