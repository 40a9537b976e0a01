// Cuts a long text into messages. Pure; safe from any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dondoc::zalo_bot {

/// Parts of at most `units_most` UTF-16 units each, cut where a reader would: between paragraphs,
/// lines, sentences, words; never inside a character as people see it, unless that alone is too
/// long. Spaces and line breaks at the cuts are left out. Empty for a text of nothing but those.
/// Requires: `units_most` is at least 2 (CHECKed). `text` is valid UTF-8.
std::vector<std::string> split_text(std::string_view text, std::size_t units_most);

}  // namespace dondoc::zalo_bot
