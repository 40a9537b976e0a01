// Steps of a ladder and channels as a reader who never saw a configuration file knows them. Pure
// functions; safe from any thread.
#pragma once

#include <string>
#include <string_view>

namespace dondoc {

/// What follows "Bước": "nhắc trước hạn 7 ngày" for "D-7", "báo lãnh đạo" for "lead"; "nhắc theo
/// bước “x”" for an id of an office's own ladder.
std::string step_in_words(std::string_view rung);

/// "Zalo OA", "Telegram", "kênh thử"; the id of a channel that has no such name.
std::string channel_in_words(std::string_view channel);

}  // namespace dondoc
