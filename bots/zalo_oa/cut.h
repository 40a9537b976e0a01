// Texts within the platform's lengths, counted in characters of NFC text (chat-apis.md §5 number
// 12). Never cuts inside a character or before a combining mark. Pure; safe from any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dondoc::zalo_oa {

/// At most `most` characters, at a word's end where there is one, with "…" when shortened.
/// Requires: `most` is at least 2 (CHECKed).
std::string cut_kindly(std::string_view text, std::size_t most);

/// Parts of at most `most` characters, in order: cut at an empty line, else at a line's end, a
/// sentence's end, a blank, in this order, and only inside a word when nothing else is left. No
/// part is empty; an empty text has none.
/// Requires: `most` is at least 2 (CHECKed).
std::vector<std::string> split_text(std::string_view text, std::size_t most);

}  // namespace dondoc::zalo_oa
