// UTF-8 and code points. Pure functions; safe from any thread.
#pragma once

#include <string>
#include <string_view>

namespace dondoc {

/// Each byte that is not part of valid UTF-8 becomes U+FFFD.
std::u32string code_points_of(std::string_view utf8);

/// What is no code point (a surrogate, beyond U+10FFFF) becomes U+FFFD.
std::string utf8_of(std::u32string_view text);

/// Every letter as a capital, code point by code point; what is not valid UTF-8 becomes U+FFFD.
std::string upper_case(std::string_view utf8);

}  // namespace dondoc
