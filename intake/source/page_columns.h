// Which bands of a page stand in columns with each other. Borders are not known, only where words
// stand: a gutter is a strip in which several bands in a row have none. Pure; safe from any thread.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "intake/source/page_bands.h"

namespace dondoc {

/// Bands `first` to before `last` of a page stand in columns.
struct PageColumns {
  std::size_t first = 0;
  std::size_t last = 0;
  std::vector<Blank> gutters;  ///< from left to right
};

/// What is known of a page before its words are looked at.
struct PageBefore {
  std::size_t page = 0;  ///< 0-based, of the page itself: the head of the first has more room
  std::vector<Blank>
      columns;  ///< in which a table reached the foot of the page before; may be none
};

/// From top to bottom, without overlap.
std::vector<PageColumns> columns_on(const std::vector<PageLine>& lines,
                                    const std::vector<PageBand>& bands, const PageBefore& before);

/// The strips on both sides of gutters, as far as the words of these bands reach.
std::vector<Blank> strips_of(const PageColumns& columns, const std::vector<PageBand>& bands);

/// How many gutters are left of that place.
std::size_t column_at(double place, const std::vector<Blank>& gutters);

/// The text of one line by column.
std::vector<std::string> cells_of(const PageLine& line, const std::vector<Blank>& gutters);

}  // namespace dondoc
