// Texts within the length a platform takes, cut where a reader would pause (chat-apis.md §2.7,
// §5.12). Pure functions; safe from any thread. A byte that is not part of valid UTF-8 counts as
// one character.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dondoc {

/// How a platform counts the length of a text: code points, or UTF-16 units, of which a character
/// beyond the first plane ("👍") has two.
enum class TextUnit { characters, utf16 };

/// Parts of at most `most` units, in order, without white space at their ends; what is left out is
/// white space at the cuts only. A cut falls behind a paragraph, else a line, else a sentence, each
/// when it leaves the part at least half full, else at a blank, else between two characters as
/// people see them (Unicode annex 29); inside one only when that alone is longer than a part. Empty
/// when the text has nothing but white space.
/// Requires: `most` is at least 2 (CHECKed).
std::vector<std::string> split_text(std::string_view text, std::size_t most, TextUnit unit);

/// At most `most` units: the text itself, or its start up to a word's end where there is one, and
/// "…". Never cuts inside a character as people see it, unless that alone is too long.
/// Requires: `most` is at least 2 (CHECKed).
std::string cut_kindly(std::string_view text, std::size_t most, TextUnit unit);

}  // namespace dondoc
