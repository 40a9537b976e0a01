#include "intake/source/page_margins.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "intake/source/clean_text.h"

namespace dondoc {
namespace {

constexpr std::size_t k_deep = 2;  ///< lines at each end of a page that are looked at

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The indices of lines that can be a header or a footer, from both ends inward.
std::vector<std::size_t> ends_of(const std::vector<PageLine>& page) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < page.size(); ++i)
    if (i < k_deep || i + k_deep >= page.size()) places.push_back(i);
  return places;
}

std::string without_numbers(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (!is_digit(c))
      out += c;
    else if (out.empty() || out.back() != '#')
      out += '#';
  }
  return out;
}

/// "3", "- 3 -", "Trang 3/10", "3 | Page": the page number in it.
std::optional<int> number_in(const std::string& text) {
  constexpr std::size_t k_longest = 16;
  if (text.size() > k_longest) return std::nullopt;
  std::string rest;
  std::string digits;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_digit(text[i])) {
      rest += text[i];
    } else if (digits.empty()) {
      while (i < text.size() && is_digit(text[i])) digits += text[i++];
      --i;
    }
  }
  std::erase_if(rest,
                [](char c) { return std::string_view(" -/|.").find(c) != std::string::npos; });
  const bool is_named = rest.empty() || rest == "Trang" || rest == "trang" || rest == "Page" ||
                        rest == "page" || rest == "–" || rest == "––";
  if (digits.empty() || digits.size() > 4 || !is_named) return std::nullopt;
  return std::stoi(digits);
}

/// How far the printed numbers are ahead of the pages, as most of them say.
std::optional<int> offset_of(const std::vector<std::vector<PageLine>>& pages) {
  std::map<int, int> votes;
  for (std::size_t page = 0; page < pages.size(); ++page)
    for (const std::size_t i : ends_of(pages[page]))
      if (const auto number = number_in(clean_text(text_of(pages[page][i]))))
        ++votes[*number - static_cast<int>(page)];
  const auto best = std::max_element(
      votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  const bool is_enough = best != votes.end() && (best->second >= 2 || pages.size() == 1) &&
                         best->second * 2 >= static_cast<int>(pages.size()) - 1;
  return is_enough ? std::optional(best->first) : std::nullopt;
}

/// Words far apart, as in a table.
bool is_torn(const PageLine& line) {
  constexpr double k_torn = 1.5;  // em
  for (std::size_t i = 1; i < line.words.size(); ++i)
    if (line.words[i].left - line.words[i - 1].right > k_torn * line.em) return true;
  return false;
}

/// What a line has in common with those of other pages. Rows of a table can differ by their number
/// only, and are no margin.
std::string pattern_of(const PageLine& line) {
  const std::string text = clean_text(text_of(line));
  return is_torn(line) ? text : without_numbers(text);
}

std::set<std::string> repeated(const std::vector<std::vector<PageLine>>& pages) {
  std::map<std::string, std::size_t> counts;
  for (const auto& page : pages) {
    std::set<std::string> on_page;
    for (const std::size_t i : ends_of(page)) on_page.insert(pattern_of(page[i]));
    for (const std::string& text : on_page) ++counts[text];
  }
  std::set<std::string> often;
  for (const auto& [text, count] : counts)
    if (count >= 3 && count * 2 >= pages.size() && text != "#") often.insert(text);
  return often;
}

/// A note's number in front of it: "1 Ban hành", "[1] Ban hành", "1Ban hành"; not "25/11/2023".
struct Mark {
  int number = 0;
  std::string_view rest;
};

std::optional<Mark> mark_of(std::string_view text) {
  if (text.starts_with("[") || text.starts_with("(")) text.remove_prefix(1);
  std::size_t digits = 0;
  while (digits < text.size() && is_digit(text[digits])) ++digits;
  if (digits == 0 || digits > 3 || digits == text.size()) return std::nullopt;
  const std::string_view rest = text.substr(digits);
  if (std::string_view("/.,-:%").find(rest.front()) != std::string_view::npos) return std::nullopt;
  const bool is_closed = rest.front() == ']' || rest.front() == ')';
  return Mark{std::stoi(std::string(text.substr(0, digits))), rest.substr(is_closed ? 1 : 0)};
}

/// The one in the middle by size; 0 when there is none.
double middle_of(std::vector<double> values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

/// A line from one margin to the other, all of a piece: it goes on in the next.
bool goes_on(const PageLine& line, double right) {
  return line.right() > right - line.em && line.right() - line.left() > right / 2 && !is_torn(line);
}

}  // namespace

std::vector<std::string> take_margins(std::vector<std::vector<PageLine>>& pages) {
  std::vector<std::string> taken;
  const std::set<std::string> often = repeated(pages);
  std::set<std::string> kept;
  const std::optional<int> offset = offset_of(pages);
  for (std::size_t page = 0; page < pages.size(); ++page) {
    auto& lines = pages[page];
    std::vector<std::size_t> places = ends_of(lines);
    std::reverse(places.begin(), places.end());
    const bool is_short = lines.size() < 2 * k_deep;  // all of it would be margin
    for (const std::size_t i : places) {
      const std::string text = clean_text(text_of(lines[i]));
      const auto number = number_in(text);
      const bool is_number = number && offset && *number == static_cast<int>(page) + *offset;
      const std::string pattern = pattern_of(lines[i]);
      if (!is_number && (is_short || !often.contains(pattern))) continue;
      if (!is_number && is_torn(lines[i]) && kept.insert(pattern).second) continue;
      taken.push_back(text);
      lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(i));
    }
  }
  return taken;
}

std::vector<std::string> take_footnotes(std::vector<PageLine>& lines, double text_em) {
  constexpr double k_small = 0.84;  // 10 pt below 12; tables in 12 pt below 14 are more
  const auto could_be_note = [&](const PageLine& line) {
    return line.em < k_small * text_em && !is_torn(line);
  };
  std::size_t first = lines.size();
  while (first > 0 && could_be_note(lines[first - 1])) --first;
  while (first < lines.size() && !mark_of(clean_text(text_of(lines[first])))) ++first;
  // A page of small type alone is an annex.
  if (first == 0) return {};
  std::vector<std::string> notes;
  int last = 0;
  for (std::size_t i = first; i < lines.size(); ++i) {
    const std::string text = clean_text(text_of(lines[i]));
    const auto mark = mark_of(text);
    if (mark && (notes.empty() || mark->number == last + 1)) {
      last = mark->number;
      notes.push_back(fmt::format("[{}] {}", mark->number, mark->rest));
    } else {
      notes.back().append(" ").append(text);
    }
  }
  lines.resize(first);
  return notes;
}

UsualLine usual_line(const std::vector<std::vector<PageLine>>& pages) {
  std::vector<double> ems;
  std::vector<double> rooms;
  std::vector<double> rooms_in_paragraphs;
  for (const auto& page : pages) {
    double right = 0;
    for (const PageLine& line : page) right = std::max(right, line.right());
    for (std::size_t i = 0; i < page.size(); ++i) {
      ems.push_back(page[i].em);
      if (i == 0) continue;
      rooms.push_back(page[i].top - page[i - 1].bottom);
      if (goes_on(page[i - 1], right)) rooms_in_paragraphs.push_back(rooms.back());
    }
  }
  const bool has_paragraphs = !rooms_in_paragraphs.empty();
  return {middle_of(ems), middle_of(has_paragraphs ? rooms_in_paragraphs : rooms)};
}

}  // namespace dondoc
