// How the platforms stand, for `dondoc admin channel check`: asked here, or of a running office,
// which holds the tokens and knows its alarms.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "app/channel_set.h"
#include "engine/state/directory.h"
#include "engine/time/time.h"

namespace dondoc {

/// Persons with an account on that channel: plans of platforms are limited by them.
std::size_t bound_persons(const Directory& directory, std::string_view channel);

/// Asks each platform, in the order of the channels; blocks for as long as they take.
/// `on_zalo_bot`: bound_persons of that channel, whose free plan takes fifty.
std::vector<std::pair<std::string, ChannelHealth>> ask_channels(const ChannelSet& channels,
                                                                std::size_t on_zalo_bot,
                                                                Instant now);

/// What ask_channels gives, as text. A JSON list in the order of the channels:
/// {"channel","ok","identity","webhook","faults"} with "waiting", "quota_left", "token_expires"
/// where they are known.
std::string channel_health(const ChannelSet& channels, std::size_t on_zalo_bot, Instant now,
                           const Zone& zone);

struct HealthText {
  std::string text;
  bool all_in_order = false;
};
/// The list in words. Errors: corrupt when it is no such list.
Result<HealthText> health_in_words(const std::string& list);

}  // namespace dondoc
