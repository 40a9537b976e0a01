// Is a text from outside fit to be kept? Pure functions; the normal form is made by nfc
// (engine/text/vietnamese.h).
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace dondoc {

/// Where the first byte stands that is not valid UTF-8; none when all of it is.
std::optional<std::size_t> first_invalid_byte(std::string_view text);

/// True for control characters other than a line break and a tab.
bool has_control_characters(std::string_view text);

}  // namespace dondoc
