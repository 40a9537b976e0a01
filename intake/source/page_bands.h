// Bands of a printed page: lines that overlap in height, so that none could be moved past another.
// In a table whose cells are centred a band is often a whole row. Pure; safe from any thread.
#pragma once

#include <cstddef>
#include <vector>

#include "intake/source/page_lines.h"

namespace dondoc {

/// A strip without words.
struct Blank {
  double left = 0;
  double right = 0;

  double width() const { return right - left; }
  double middle() const { return (left + right) / 2; }
};

/// Lines `first` to before `last` of the page.
struct PageBand {
  std::size_t first = 0;
  std::size_t last = 0;
  double top = 0;
  double bottom = 0;
  double em = 0;               ///< of its largest type
  std::vector<Blank> printed;  ///< the strips in which there are words, from left to right

  double left() const { return printed.front().left; }
  double right() const { return printed.back().right; }
};

std::vector<PageBand> bands_of(const std::vector<PageLine>& lines);

/// Brings strips that touch each other together; from left to right.
std::vector<Blank> merged(std::vector<Blank> strips);

/// The blanks between strips, without the margins.
std::vector<Blank> between(const std::vector<Blank>& strips);

}  // namespace dondoc
