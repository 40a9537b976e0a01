#include "intake/source/page_lines.h"

#include <algorithm>
#include <cmath>

namespace dondoc {
namespace {

/// Of the taller one's height. A raised mark is off by a third at most.
constexpr double k_same_line = 0.4;
/// Between words there is a quarter of an em, in narrow type a little less.
constexpr double k_space = 0.09;

bool is_beside(const PageLine& line, const PageWord& word) {
  const double middle = (line.top + line.bottom) / 2;
  return std::abs(middle - word.middle()) < k_same_line * std::max(line.height(), word.height());
}

void put_into(PageLine& line, const PageWord& word) {
  if (line.words.empty() || word.height() > line.height()) {
    line.top = word.top;
    line.bottom = word.bottom;
  }
  line.em = std::max(line.em, word.em);
  line.words.push_back(word);
}

/// "1" of a footnote, which would make 20231 of 2023; not "m2".
bool is_note_mark(const PageLine& line, std::size_t at) {
  constexpr double k_small = 0.75;
  constexpr double k_raised = 0.1;
  const PageWord& word = line.words[at];
  const bool is_number =
      word.text.size() <= 3 &&
      std::all_of(word.text.begin(), word.text.end(), [](char c) { return c >= '0' && c <= '9'; });
  const bool is_raised =
      word.em < k_small * line.em && word.bottom < line.bottom - k_raised * line.em;
  if (at == 0 || !is_number || !is_raised) return false;
  const std::string& before = line.words[at - 1].text;
  return before != "m" && !before.ends_with("km") && !before.ends_with("cm") &&
         !before.ends_with("/m");
}

}  // namespace

std::vector<PageLine> lines_of(const PdfPage& page) {
  std::vector<PageWord> words = page.words;
  std::stable_sort(words.begin(), words.end(),
                   [](const PageWord& a, const PageWord& b) { return a.middle() < b.middle(); });
  std::vector<PageLine> lines;
  for (const PageWord& word : words) {
    if (lines.empty() || !is_beside(lines.back(), word)) lines.emplace_back();
    put_into(lines.back(), word);
  }
  for (PageLine& line : lines) {
    std::stable_sort(line.words.begin(), line.words.end(),
                     [](const PageWord& a, const PageWord& b) { return a.left < b.left; });
  }
  return lines;
}

std::string text_of(const PageLine& line, std::size_t first, std::size_t last) {
  std::string text;
  for (std::size_t i = first; i < last; ++i) {
    const PageWord& word = line.words[i];
    const bool is_apart = i > first && word.left - line.words[i - 1].right > k_space * line.em;
    if (is_apart) text += ' ';
    text += is_note_mark(line, i) ? "[" + word.text + "]" : word.text;
  }
  return text;
}

std::string text_of(const PageLine& line) { return text_of(line, 0, line.words.size()); }

}  // namespace dondoc
