#include "intake/source/plain_line.h"

namespace dondoc {
namespace {

constexpr std::string_view k_blank = " \t";
constexpr std::string_view k_before_opening = " \t([{/-\"'|";
constexpr std::string_view k_after_closing = " \t)]}/-\"'|.,;:!?";

/// A lone star beside a word is emphasis; "* item", "5*3" and "(*)" are not.
bool is_emphasis(std::string_view line, std::size_t at) {
  const char before = at == 0 ? ' ' : line[at - 1];
  const char after = at + 1 == line.size() ? ' ' : line[at + 1];
  if (before == '(' && after == ')') return false;
  const bool blank_before = k_blank.find(before) != k_blank.npos;
  const bool blank_after = k_blank.find(after) != k_blank.npos;
  const bool opens = k_before_opening.find(before) != k_before_opening.npos && !blank_after;
  const bool closes = !blank_before && k_after_closing.find(after) != k_after_closing.npos;
  return opens || closes;
}

std::string_view without_heading(std::string_view line) {
  const auto end = line.find_first_not_of('#');
  const bool is_heading = end != 0 && end != line.npos && end <= 6 && line[end] == ' ';
  return is_heading ? line.substr(end + 1) : line;
}

std::string_view without_quotation(std::string_view line) {
  while (line.starts_with(">")) {
    line.remove_prefix(1);
    if (line.starts_with(" ")) line.remove_prefix(1);
  }
  return line;
}

bool is_escape(std::string_view line, std::size_t at) {
  constexpr std::string_view k_escaped = "\\`*_{}[]()#+-.!|>~";
  return line[at] == '\\' && at + 1 < line.size() && k_escaped.find(line[at + 1]) != k_escaped.npos;
}

}  // namespace

std::string plain_line(std::string_view line, SourceFormat format) {
  const bool is_markdown = format == SourceFormat::markdown;
  if (is_markdown) line = without_quotation(line);
  line = without_heading(line);
  std::string out;
  out.reserve(line.size());
  for (std::size_t at = 0; at < line.size(); ++at) {
    const bool is_star = line[at] == '*';
    const bool is_double = is_star && at + 1 < line.size() && line[at + 1] == '*';
    if (is_markdown && is_escape(line, at)) {
      out += line[++at];
    } else if (is_double) {
      ++at;
    } else if (is_markdown && line.substr(at).starts_with("<br>")) {
      out += '\n';
      at += 3;
    } else if (!(is_star && is_emphasis(line, at)) && !(is_markdown && line[at] == '`')) {
      out += line[at];
    }
  }
  return out;
}

}  // namespace dondoc
