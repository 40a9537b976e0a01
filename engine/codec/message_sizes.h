// How long texts become when their placeholders are filled, and how long they may be: for the data
// check. Constant tables and pure functions; safe from any thread.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "engine/text/messages.h"

namespace dondoc {

/// A placeholder the engine can fill, and how many characters it puts there. Free texts of people
/// are counted as far as anybody reads them; longer ones are cut into several messages.
struct PlaceholderSize {
  std::string_view name;
  std::size_t usual;    ///< in an ordinary plan of a commune or a district
  std::size_t longest;  ///< with the longest sensible names, or a full list
};
std::span<const PlaceholderSize> placeholder_sizes();

/// What one message of a platform holds.
struct TextLimit {
  std::string_view channel;
  std::size_t units;  ///< UTF-16 units, the strictest way to count
};
std::span<const TextLimit> text_limits();

/// Of the text with every placeholder filled. Unknown ones count nothing: they are faults of their
/// own.
std::size_t usual_characters(const MessageText& text);
std::size_t longest_units(const MessageText& text);

}  // namespace dondoc
