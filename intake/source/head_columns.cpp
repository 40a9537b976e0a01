#include "intake/source/head_columns.h"

#include <algorithm>

namespace dondoc {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }

/// How wide the blank at `at` is: 0 when there is none, a tab counts for many.
std::size_t gap_at(std::string_view line, std::size_t at) {
  std::size_t width = 0;
  for (; at < line.size(); ++at) {
    if (line[at] == '\t')
      width += 8;
    else if (line[at] == ' ')
      width += 1;
    else if (line.substr(at).starts_with("\u00A0"))
      width += 1, ++at;
    else
      break;
  }
  return width;
}

std::size_t end_of_gap(std::string_view line, std::size_t at) {
  while (at < line.size()) {
    if (is_blank(line[at]))
      ++at;
    else if (line.substr(at).starts_with("\u00A0"))
      at += 2;
    else
      break;
  }
  return at;
}

}  // namespace

bool is_bullet(std::string_view text) {
  return text == "-" || text == "+" || text == "*" || text == "–" || text == "•";
}

bool is_item_mark(std::string_view text) {
  if (is_bullet(text)) return true;
  constexpr std::size_t k_longest = 9;  // "XVIII.12."
  if (text.empty() || text.size() > k_longest) return false;
  const bool is_number = std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || c == '.' || c == ')' || c == '(' || c == 'I' || c == 'V' ||
           c == 'X';
  });
  const bool is_closed = text.back() == '.' || text.back() == ')';
  return is_number || (is_closed && text.size() <= 3);
}

std::vector<std::string> columns_of(std::string_view line) {
  constexpr std::size_t k_gap = 3;
  std::vector<std::string> columns;
  std::size_t begin = end_of_gap(line, 0);
  for (std::size_t at = begin; at < line.size();) {
    const std::size_t width = gap_at(line, at);
    const std::size_t end = width == 0 ? at + 1 : end_of_gap(line, at);
    if (width >= k_gap) {
      columns.emplace_back(line.substr(begin, at - begin));
      begin = end;
    }
    at = end;
  }
  if (begin < line.size()) columns.emplace_back(line.substr(begin));
  if (columns.size() < 2 || is_item_mark(columns.front())) return {};
  // "Số:      /KH-UBND", "Kính gửi:   Các đơn vị"
  if (columns.front().ends_with(':')) return {};
  return columns;
}

}  // namespace dondoc
