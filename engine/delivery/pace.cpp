#include "engine/delivery/pace.h"

#include <algorithm>

namespace dondoc {
namespace {

constexpr std::int64_t k_us = 1'000;  ///< in a millisecond
/// A wake-up that comes late by so much is made up for, so that delays do not add up; more would
/// let a window of a second hold one message too many.
constexpr std::int64_t k_slack_us = 5 * k_us;
/// Chats that may speak again are forgotten when more than this are kept.
constexpr std::size_t k_chats_kept = 4'096;

Instant not_before(std::int64_t us) { return Instant{(us + k_us - 1) / k_us}; }

}  // namespace

Instant Pace::earliest_of_bot(Instant now) const {
  return std::max({now, paused_until_, not_before(bot_free_us_)});
}

Instant Pace::earliest(std::string_view chat, Instant now) const {
  const Instant earliest = earliest_of_bot(now);
  const auto known = chat_free_us_.find(std::string(chat));
  return known == chat_free_us_.end() ? earliest : std::max(earliest, not_before(known->second));
}

void Pace::take(std::string_view chat, bool is_group, Instant now) {
  const std::int64_t now_us = now.ms * k_us;
  bot_free_us_ = std::max(bot_free_us_, now_us - k_slack_us) + rules_.bot_us;
  if (chat_free_us_.size() > k_chats_kept)
    std::erase_if(chat_free_us_, [&](const auto& entry) { return entry.second <= now_us; });
  const std::int64_t step = is_group ? rules_.group_us : rules_.chat_us;
  if (step > 0) chat_free_us_[std::string(chat)] = now_us + step;
}

void Pace::pause(Instant until) { paused_until_ = std::max(paused_until_, until); }

}  // namespace dondoc
