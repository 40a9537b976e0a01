// A change of units as a table: a header row, then one fact a row.
//   act,unit,into,name,short,kind,parent,heir,what,on,basis
//   merge     unit → into; rows with one `into` are one merger; with `name` a new unit
//   split     unit → into; rows with one `unit` are one split; with `name` a new unit
//   rename    unit, name, short
//   abolish   unit, heir (may be empty)
//   reparent  unit, parent (empty: none above)
//   person    what: a person of `unit`, who goes to `into`
//   duty      what: a duty of `unit`, by code or obligation; `into`: who takes it over, several
//             with ';'
// `on` (2025-07-01, 01/07/2025, or a date of the sheet) and `basis` stand in the first row, or the
// same in all. Read as the .json form (engine/codec/reorganisation_codec.h) of the same content.
// Pure function.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "app/table_rows.h"

namespace dondoc {

struct ChangeTable {
  std::string json;  ///< a reorganisation file; not checked yet
  /// Where what a JSON pointer of it names stands: "/changes/0/units/1" → "row 3, unit". Of a
  /// pointer that is not here its beginnings say it.
  std::map<std::string, std::string> places;
};

/// None when there was any fault of form.
std::optional<ChangeTable> read_change_table(TableFormat format, std::string_view text,
                                             Faults& faults);

}  // namespace dondoc
