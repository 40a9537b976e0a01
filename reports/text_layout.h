// Laying out text for a terminal or a plain-text file. Widths are in characters: in normal form C
// each Vietnamese letter is one. Pure functions; safe from any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dondoc {

/// Normal form C, every run of spaces and line breaks one space, none at the ends.
std::string on_one_line(std::string_view text);

/// On one line, at most `width` characters: cut between words where one is near, with "…" at the
/// end. Requires: width >= 1 (CHECKed).
std::string shortened(std::string_view text, std::size_t width);

/// With spaces at the right up to `width`; unchanged when it is longer.
std::string padded(std::string text, std::size_t width);

/// With spaces at the left, so that it stands in the middle of `width`; unchanged when it is
/// longer.
std::string centred(std::string_view text, std::size_t width);

/// Lines of at most `width` characters, broken between words; a longer word stands on a line of its
/// own. The first line begins with `first`, the others with `rest`, both counted.
std::vector<std::string> wrapped(std::string_view text, std::size_t width, std::string_view first,
                                 std::string_view rest);

/// "a; b; c".
std::string joined(const std::vector<std::string>& parts, std::string_view separator);

/// Columns side by side with two spaces between, as wide as their widest cell; the last one is not
/// padded. Requires: every row has as many cells as the first (CHECKed).
std::string table(const std::vector<std::vector<std::string>>& rows);

}  // namespace dondoc
