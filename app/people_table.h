// The .csv and .xlsx forms of the directory: a header row, then one unit or person a line or row. Judged by the same
// rules as the .json form (engine/codec/units_codec.h), faults named by line or row and column. Pure
// function.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/people_import.h"
#include "app/table_rows.h"
#include "engine/codec/units_codec.h"

namespace dondoc {

struct PeopleTable {
  UnitsFile file;                   ///< units or persons, as asked; the other list means nothing
  std::vector<std::string> places;  ///< of each row: "line 3", or "row 3" of a sheet
};

/// None when there was any fault.
std::optional<PeopleTable> read_people_table(ImportKind kind, TableFormat format,
                                             std::string_view text, Faults& faults);

}  // namespace dondoc
