// The directory file, config/units.json (workflows/schema/units.schema.json): units and the persons
// bound to them. Pure functions; safe from any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/codec/faults.h"
#include "engine/state/directory.h"

namespace dondoc {

/// A person as the file names her. Her chat accounts become known when she accepts an invitation,
/// so the person has no addresses yet, only channels.
struct ListedPerson {
  Person person;
  std::vector<std::string>
      channels;  ///< "zalo_oa", "zalo_bot", "telegram", "sandbox"; in order of preference
};

struct UnitsFile {
  std::vector<Unit> units;
  std::vector<ListedPerson> persons;
};

/// How a person may be spoken to (domain.md §5), the usual one first.
const std::vector<std::string_view>& forms_of_address();

/// What can be read, for check_units. None when the file is no JSON object or has no list of units.
std::optional<UnitsFile> read_units_file(std::string_view json, Faults& faults);

/// The directory of a file without faults of form; none when there was any.
std::optional<UnitsFile> decode_units(std::string_view json, Faults& faults);

/// Ids used twice, unknown parents, circles of units, persons of unknown units.
void check_units(const UnitsFile& file, Faults& faults);

}  // namespace dondoc
