#include "intake/language/list_mark.h"

#include <algorithm>
#include <array>

#include "intake/language/token.h"

namespace dondoc::intake {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t past_spaces(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] == ' ') ++at;
  return at;
}

ListMark bullet(std::string_view text) {
  constexpr std::array<std::string_view, 7> k_dashes = {"-", "–", "—", "•", "●", "▪", "\uF0B7"};
  for (std::string_view dash : k_dashes) {
    if (!text.starts_with(dash)) continue;
    if (text.substr(dash.size()).starts_with("-")) return {};  // a line of dashes
    return {MarkRank::dash, "", past_spaces(text, dash.size())};
  }
  if (text.starts_with("+")) return {MarkRank::plus, "", past_spaces(text, 1)};
  return {};
}

/// "1.", "1.2.", "1)", "1.2 ", "1/": digits with points between them, then a full stop or a
/// bracket.
ListMark numbered(std::string_view text) {
  std::size_t at = 0, levels = 0;
  while (at < text.size() && is_digit(text[at])) {
    const std::size_t begin = at;
    while (at < text.size() && is_digit(text[at])) ++at;
    if (at - begin > 2) return {};
    ++levels;
    if (at + 1 < text.size() && text[at] == '.' && is_digit(text[at + 1])) {
      ++at;
      continue;
    }
    break;
  }
  if (levels == 0) return {};
  const std::string label(text.substr(0, at));
  const bool slash = levels == 1 && at + 1 < text.size() && text[at] == '/' && text[at + 1] == ' ';
  const bool closed = at < text.size() && (text[at] == '.' || text[at] == ')' || slash);
  if (closed) ++at;
  const bool ends = at >= text.size() || text[at] == ' ' || !closed;
  if (!closed && (levels < 2 || at >= text.size() || text[at] != ' ')) return {};
  if (!ends && is_digit(text[at])) return {};
  const MarkRank rank = levels == 1   ? MarkRank::number
                        : levels == 2 ? MarkRank::second
                                      : MarkRank::third;
  return {rank, label, past_spaces(text, at)};
}

/// "1- Kiểm tra", "I- NỘI DUNG", as Party bodies number.
ListMark dashed(std::string_view text) {
  const auto end = text.find('-');
  if (end == text.npos || end == 0 || end > 5 || end + 2 >= text.size()) return {};
  const auto label = text.substr(0, text[end - 1] == '.' ? end - 1 : end);
  if (text[end + 1] != ' ') return {};
  const Tokens next = tokens_of(text.substr(end + 1, 12));
  if (next.empty() || !next.front().capital) return {};
  const std::string key = key_of(label);
  const std::size_t length = past_spaces(text, end + 1);
  const bool digits = label.size() <= 2 && std::all_of(label.begin(), label.end(), is_digit);
  if (digits) return {MarkRank::number, std::string(label), length};
  if (roman(key) > 0 && key != label) return {MarkRank::roman, std::string(label), length};
  return {};
}

ListMark lettered(std::string_view text) {
  const auto end = text.find_first_of(".)/");
  if (end == text.npos || end == 0 || end > 6) return {};
  const auto label = text.substr(0, end);
  const auto key = key_of(label);
  if (key.find(' ') != key.npos) return {};
  const std::size_t after = end + 1;
  const bool spaced = after >= text.size() || text[after] == ' ';
  const bool capital = label != key;
  if (capital && (text[end] != '/' || spaced) && roman(key) > 0)
    return {MarkRank::roman, std::string(label), past_spaces(text, after)};
  const bool one_letter = label.size() == 1 || label == "đ" || label == "Đ";
  if (!one_letter || (label.size() == 1 && is_digit(label[0]))) return {};
  if (capital) {
    if (text[end] != '.' || !spaced) return {};
    return {MarkRank::letter, std::string(label), past_spaces(text, after)};
  }
  if (text[end] == '/' || !spaced) {
    if (text[end] != ')') return {};
  }
  return {MarkRank::item, std::string(label), past_spaces(text, after)};
}

/// "Điều 3.", "Chương II", "Phần thứ nhất", "PHỤ LỤC I".
ListMark titled(std::string_view text) {
  const auto words = tokens_of(text.substr(0, std::min<std::size_t>(text.size(), 40)));
  if (words.size() < 2 || !words[0].capital) return {};
  if (words[0].is("phụ") && words[1].is("lục")) return {MarkRank::annex, "", 0};
  const bool counted = words[1].value >= 0 || roman(words[1].key) > 0 || words[1].is("thứ");
  if (!counted) return {};
  if (words[0].is("điều") && words.size() > 2 && (words[2].is(".") || words[2].is(":")))
    return {MarkRank::article, words[1].key, past_spaces(text, words[2].end)};
  if (words[0].is("chương") || words[0].is("phần")) return {MarkRank::part, words[1].key, 0};
  return {};
}

}  // namespace

ListMark list_mark_of(std::string_view text) {
  for (auto read : {bullet, numbered, dashed, titled, lettered}) {
    if (ListMark mark = read(text); mark.rank != MarkRank::none) return mark;
  }
  return {};
}

}  // namespace dondoc::intake
