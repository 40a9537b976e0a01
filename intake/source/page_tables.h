// Columns that stand side by side on a printed page, as rows: heads, feet, tables. Pure; safe from
// any thread.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "intake/source/page_columns.h"
#include "intake/source/page_lines.h"

namespace dondoc {

/// Lines `first` to before `last` of a page stand in columns.
struct PageTable {
  std::size_t first = 0;
  std::size_t last = 0;
  std::vector<Blank> columns;                  ///< from left to right
  std::vector<std::vector<std::string>> rows;  ///< cells; '\n' between what are paragraphs
  bool is_one_row = false;                     ///< a head or a foot
  /// The first row goes on with a row of the page before: nothing stands in its first column.
  bool begins_within_row = false;
};

/// From top to bottom, without overlap. A head (issuer, motto) and a foot (recipients, signature)
/// are one row. Rows of tables are told apart by their numbers, by the room between them, or by
/// their first column.
std::vector<PageTable> tables_of(const std::vector<PageLine>& lines, const PageBefore& before);

}  // namespace dondoc
