// Telegram's HTML (chat-apis.md §2.8): our texts are plain, so everything is escaped; a line break
// is a line break. Pure functions.
#pragma once

#include <string>
#include <string_view>

namespace dondoc::telegram {

std::string escaped(std::string_view text);

/// Escaped, and the first line bold when it is short and stands above an empty line: a heading.
std::string formatted(std::string_view text);

}  // namespace dondoc::telegram
