#include "bots/zalo_bot/split_text.h"

#include <utf8proc.h>

#include <algorithm>

#include "engine/check.h"
#include "engine/text/vietnamese.h"

namespace dondoc::zalo_bot {
namespace {

constexpr std::string_view k_blank = " \t\r\n";

bool is_blank(char c) { return k_blank.find(c) != std::string_view::npos; }

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(k_blank);
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(k_blank) - begin + 1);
}

/// Bytes of the longest start of `text` that has at most `units_most` units and ends between two
/// characters as people see them (Unicode annex 29).
std::size_t bytes_that_fit(std::string_view text, std::size_t units_most) {
  std::size_t at = 0;
  std::size_t units = 0;
  std::size_t boundary = 0;
  utf8proc_int32_t before = -1;
  utf8proc_int32_t state = 0;
  while (at < text.size()) {
    utf8proc_int32_t point = 0;
    const auto length =
        utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at),
                         static_cast<utf8proc_ssize_t>(text.size() - at), &point);
    CHECK(length > 0);
    if (before >= 0 && utf8proc_grapheme_break_stateful(before, point, &state)) boundary = at;
    units += point > 0xFFFF ? 2 : 1;
    if (units > units_most) return boundary > 0 ? boundary : at;
    at += static_cast<std::size_t>(length);
    before = point;
  }
  return at;
}

/// Where the last of these marks ends in `window`; 0 when it stands before `least`: a part would
/// become too short.
std::size_t end_of_last(std::string_view window, std::initializer_list<std::string_view> marks,
                        std::size_t least) {
  std::size_t best = 0;
  for (std::string_view mark : marks) {
    const auto at = window.rfind(mark);
    if (at != window.npos) best = std::max(best, at + mark.size());
  }
  return best >= least ? best : 0;
}

/// Bytes of the next part, the blank at its end included.
std::size_t good_cut(std::string_view window) {
  const std::size_t half = window.size() / 2;
  if (auto cut = end_of_last(window, {"\n\n"}, half)) return cut;
  if (auto cut = end_of_last(window, {"\n"}, half)) return cut;
  if (auto cut = end_of_last(window, {". ", "! ", "? ", "; "}, half)) return cut;
  if (auto cut = end_of_last(window, {" ", "\n", "\t"}, 1)) return cut;
  return window.size();
}

}  // namespace

std::vector<std::string> split_text(std::string_view text, std::size_t units_most) {
  CHECK(units_most >= 2);
  std::vector<std::string> parts;
  for (text = trimmed(text); !text.empty(); text = trimmed(text)) {
    std::size_t window = bytes_that_fit(text, units_most);
    // Blanks behind the window are left out anyway: a paragraph may end right there.
    for (int i = 0; i < 2 && window < text.size() && is_blank(text[window]); ++i) ++window;
    const std::size_t cut = window == text.size() ? window : good_cut(text.substr(0, window));
    parts.emplace_back(trimmed(text.substr(0, cut)));
    text.remove_prefix(cut);
  }
  return parts;
}

}  // namespace dondoc::zalo_bot
