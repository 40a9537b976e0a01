#include "bots/zalo_oa/cut.h"

#include <utf8proc.h>

#include <array>
#include <optional>

#include "engine/check.h"
#include "engine/text/vietnamese.h"

namespace dondoc::zalo_oa {
namespace {

constexpr std::string_view k_white = " \t\r\n";

bool is_combining(utf8proc_int32_t point) {
  const utf8proc_category_t category = utf8proc_category(point);
  return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME ||
         category == UTF8PROC_CATEGORY_MC;
}

/// Where the text may be cut so that at most `most` characters stand before; the whole length when
/// it fits.
std::size_t prefix_of(std::string_view text, std::size_t most) {
  std::size_t at = 0;
  std::size_t boundary = 0;
  for (std::size_t seen = 0; at < text.size(); ++seen) {
    utf8proc_int32_t point = 0;
    const auto left = static_cast<utf8proc_ssize_t>(text.size() - at);
    const auto length =
        utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at), left, &point);
    if (length <= 0 || !is_combining(point)) boundary = at;
    if (seen == most) return boundary == 0 ? at : boundary;
    at += length <= 0 ? 1 : static_cast<std::size_t>(length);
  }
  return text.size();
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(k_white);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(k_white) - first + 1);
}

/// The last good place in the prefix, not in its first half: short stumps read badly.
std::size_t good_place(std::string_view prefix) {
  static constexpr std::array<std::string_view, 7> k_ends = {"\n\n", "\n", ". ", "! ",
                                                             "? ",   "; ", " "};
  for (std::string_view end : k_ends) {
    const auto at = prefix.rfind(end);
    if (at != std::string_view::npos && at >= prefix.size() / 2) return at + end.size();
  }
  const auto blank = prefix.find_last_of(k_white);
  return blank == std::string_view::npos || blank == 0 ? prefix.size() : blank + 1;
}

}  // namespace

std::string cut_kindly(std::string_view text, std::size_t most) {
  CHECK(most >= 2);
  if (characters(text) <= most) return std::string(text);
  std::string_view kept = text.substr(0, prefix_of(text, most - 1));
  const bool inside_word = text[kept.size()] != ' ';
  const auto blank = kept.rfind(' ');
  if (inside_word && blank != std::string_view::npos && blank > 0) kept = kept.substr(0, blank);
  return std::string(trimmed(kept)) + "…";
}

std::vector<std::string> split_text(std::string_view text, std::size_t most) {
  CHECK(most >= 2);
  std::vector<std::string> parts;
  std::string_view rest = trimmed(text);
  while (!rest.empty()) {
    std::size_t end = prefix_of(rest, most);
    if (end < rest.size()) {
      // A blank just after the longest prefix makes its end a place as good as any other blank.
      const bool blank_follows = k_white.find(rest[end]) != std::string_view::npos;
      end = good_place(rest.substr(0, end + (blank_follows ? 1 : 0)));
    }
    parts.emplace_back(trimmed(rest.substr(0, end)));
    rest = trimmed(rest.substr(end));
  }
  return parts;
}

}  // namespace dondoc::zalo_oa
