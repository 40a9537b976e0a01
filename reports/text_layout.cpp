#include "reports/text_layout.h"

#include <algorithm>

#include "engine/check.h"
#include "engine/text/vietnamese.h"

namespace dondoc {
namespace {

constexpr std::string_view k_ellipsis = "…";

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  bool in_word = false;
  for (char c : nfc(text)) {
    if (is_space(c)) {
      in_word = false;
      continue;
    }
    if (!in_word) words.emplace_back();
    in_word = true;
    words.back() += c;
  }
  return words;
}

/// Bytes of the first `count` characters.
std::size_t bytes_of(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  for (; at < text.size(); ++at) {
    const bool begins = (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
    if (begins && count-- == 0) break;
  }
  return at;
}

}  // namespace

std::string on_one_line(std::string_view text) { return joined(words_of(text), " "); }

std::string shortened(std::string_view text, std::size_t width) {
  CHECK(width >= 1);
  std::string line = on_one_line(text);
  if (characters(line) <= width) return line;
  line.resize(bytes_of(line, width - 1));
  const auto space = line.rfind(' ');
  if (space != std::string::npos && characters(line.substr(space)) <= width / 3) line.resize(space);
  while (!line.empty() && line.back() == ' ') line.pop_back();
  return line.append(k_ellipsis);
}

std::string padded(std::string text, std::size_t width) {
  const std::size_t length = characters(text);
  if (length < width) text.append(width - length, ' ');
  return text;
}

std::string centred(std::string_view text, std::size_t width) {
  const std::string line = on_one_line(text);
  const std::size_t length = characters(line);
  return std::string(length < width ? (width - length) / 2 : 0, ' ') + line;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width, std::string_view first,
                                 std::string_view rest) {
  std::vector<std::string> lines{std::string(first)};
  bool begun = false;
  for (const std::string& word : words_of(text)) {
    if (begun && characters(lines.back()) + 1 + characters(word) > width) {
      lines.emplace_back(rest);
      begun = false;
    }
    if (begun) lines.back() += ' ';
    lines.back() += word;
    begun = true;
  }
  return lines;
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string text;
  for (const std::string& part : parts) {
    if (&part != &parts.front()) text += separator;
    text += part;
  }
  return text;
}

std::string table(const std::vector<std::vector<std::string>>& rows) {
  if (rows.empty()) return {};
  std::vector<std::size_t> widths(rows.front().size());
  for (const auto& row : rows) {
    CHECK(row.size() == widths.size());
    for (std::size_t i = 0; i < row.size(); ++i)
      widths[i] = std::max(widths[i], characters(row[i]));
  }
  std::string text;
  for (const auto& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) line += "  ";
      line += padded(row[i], widths[i]);
    }
    text += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
  }
  return text;
}

}  // namespace dondoc
