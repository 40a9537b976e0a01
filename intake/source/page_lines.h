// The words of a printed page, where they stand, and the lines they make. Positions are in points
// (1/72 inch) from the upper left corner. Pure; safe from any thread.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace dondoc {

struct PageWord {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
  double em = 0;     ///< size of the type
  std::string text;  ///< UTF-8

  double height() const { return bottom - top; }
  double middle() const { return (top + bottom) / 2; }
};

struct PdfPage {
  double width = 0;
  double height = 0;
  std::vector<PageWord> words;
  std::string aslant;  ///< words that run in another direction than most: stamps
};

/// Words at one height, from left to right; never empty.
struct PageLine {
  std::vector<PageWord> words;
  double top = 0;
  double bottom = 0;
  double em = 0;  ///< of its largest word

  double left() const { return words.front().left; }
  double right() const { return words.back().right; }
  double height() const { return bottom - top; }
};

/// From top to bottom. Words that stand half a line higher than their neighbours begin a line of
/// their own; raised marks do not.
std::vector<PageLine> lines_of(const PdfPage& page);

/// Words `first` to before `last`, with spaces where there is room between them. A raised number is
/// the mark of a footnote, "năm 2023[1]", unless it stands behind a metre.
std::string text_of(const PageLine& line, std::size_t first, std::size_t last);
std::string text_of(const PageLine& line);

}  // namespace dondoc
