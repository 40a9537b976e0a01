// The text of a block as every reader gives it: NFC, one kind of space, nothing invisible. Pure;
// safe from any thread.
#pragma once

#include <string>
#include <string_view>

namespace dondoc {

/// Spaces of every width and tabs become U+0020, never two in a row and none at the ends;
/// zero-width characters, soft hyphens, marks of direction and control characters are left out;
/// hyphens that do not break are ordinary ones; Ð (U+00D0) and Ɖ (U+0189) are Đ within Vietnamese
/// words and in abbreviations ("HĐND"). A bullet from a symbol font is "•". '\n' stays, empty lines
/// do not.
std::string clean_text(std::string_view utf8);

}  // namespace dondoc
