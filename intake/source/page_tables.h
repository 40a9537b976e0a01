// Columns that stand side by side on a printed page: heads, feet, tables. Borders are not known, only
// where words stand: a gutter is a strip in which several lines in a row have none. Pure; safe from
// any thread.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "intake/source/page_lines.h"

namespace dondoc {

/// A strip without words between two columns.
struct Gutter {
  double left = 0;
  double right = 0;
};

/// Lines `first` to before `last` of a page stand in columns.
struct PageTable {
  std::size_t first = 0;
  std::size_t last = 0;
  std::vector<Gutter> gutters;                  ///< from left to right
  std::vector<std::vector<std::string>> rows;   ///< cells; '\n' between what are paragraphs
  /// The first row goes on with a row of the page before: nothing stands in its first column.
  bool begins_within_row = false;
};

/// From top to bottom, without overlap. `page`: 0-based; on the first one the head is looked for.
std::vector<PageTable> tables_of(const std::vector<PageLine>& lines, std::size_t page);

/// Whether a table at the top of a page is that at the foot of the page before.
bool goes_on(const PageTable& before, const PageTable& after);

}  // namespace dondoc
