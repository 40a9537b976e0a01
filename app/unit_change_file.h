// A change of units from a file: .json (workflows/schema/reorganisation.schema.json), .csv or .xlsx
// (app/change_table.h), read and held against the directory. Everything that is wrong is named,
// with its JSON pointer, or its line or row and column. Pure functions.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "engine/codec/faults.h"
#include "engine/codec/reorganisation_codec.h"
#include "engine/state/directory.h"

namespace dondoc {

struct UnitChangeFile {
  ReorganisationFile file;
  std::map<std::string, std::string> places;  ///< of a table (ChangeTable::places)
};

/// None with any fault. `name`: of the file, which also tells the format.
std::optional<UnitChangeFile> read_unit_change(const std::string& name, std::string_view bytes,
                                               Faults& faults);

/// Faults for units that the directory does not know and the file does not found.
void check_units_known(const UnitChangeFile& change, const Directory& directory, Faults& faults);

/// Faults for units of which the file says that it is not known yet what becomes of them.
void check_nothing_open(const UnitChangeFile& change, Faults& faults);

}  // namespace dondoc
