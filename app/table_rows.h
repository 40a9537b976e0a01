// The .csv and .xlsx forms of lists: a header row that names columns, then one thing a line or row.
// Faults are named by line or row, and column. Pure function.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/codec/faults.h"

namespace dondoc {

enum class TableFormat { csv, workbook };

struct TableColumn {
  std::string_view name;
  bool required = false;  ///< the header must have it
};

struct TableRow {
  std::string place;                ///< "line 3", or "row 3" of a sheet
  std::vector<std::string> fields;  ///< in the order of the columns asked for, without blanks around
};

/// "a; b" → "a", "b"; nothing of what is empty.
std::vector<std::string> several_in(std::string_view field);

/// None when header or file cannot be read, or there is no row; a row at fault is left out, so that
/// the others' faults can be named too.
std::optional<std::vector<TableRow>> read_table(const std::vector<TableColumn>& columns,
                                                TableFormat format, std::string_view text,
                                                Faults& faults);

}  // namespace dondoc
