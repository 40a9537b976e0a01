// What is typed instead of pressing a button: the platform has none (chat-apis.md §4.2). The one
// table of Vietnamese words of this channel, the same in every language: they are input. Every line
// is understood by bots/talk as the button it stands for; tests/zalo_bot/typed_words_test.cpp
// proves it for the whole message book.
#pragma once

#include <string>
#include <string_view>

#include "engine/port/channel.h"

namespace dondoc::zalo_bot {

/// Text, then one line a button, "Tiếp nhận B20-07", or "Tiếp nhận B20-07 (Acknowledge)" to whom
/// reads English; a file that cannot be sent is named. NFC.
std::string text_with_typed_words(const OutgoingMessage& message);

/// What to type for a button, "Đã xong B20-07"; empty when pressing it would ask nothing of us.
std::string typed_words(std::string_view payload);

}  // namespace dondoc::zalo_bot
