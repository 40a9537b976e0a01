// A long text in parts that the platform takes, cut where a reader would pause (chat-apis.md §2.7,
// §5.12). Pure functions.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace dondoc::telegram {

/// UTF-16 units; Telegram counts "characters after entities parsing", which is never more.
inline constexpr std::size_t k_text_units = 4096;

/// Parts of at most `most_units` UTF-16 units, in order, without white space at their ends; what is
/// left out is white space at the cuts only. A cut falls behind a paragraph, else a line, else a
/// sentence, each when it leaves the part at least half full, else at a blank, else between two
/// characters as people see them; inside one only when that alone is longer than a part. Empty when
/// the text has nothing but white space. Requires: most_units >= 2.
std::vector<std::string_view> split_text(std::string_view text,
                                         std::size_t most_units = k_text_units);

}  // namespace dondoc::telegram
