// What a reorganisation makes of units and persons, worked out on a copy of the directory (design
// §10). Pure; used inside engine/command.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "engine/command/decide.h"
#include "engine/state/reorganisation.h"

namespace dondoc {

struct ChangedUnit {
  UnitAct act = UnitAct::merge;
  Unit unit;  ///< after the change
};

struct EndedUnit {
  std::string id;
  std::vector<std::string> successors;  ///< empty: nobody takes over
  std::vector<DutyShare> duties;
};

struct ChangedDirectory {
  std::vector<ChangedUnit> units;  ///< in the order of what happens; a unit may come more than once
  std::vector<EndedUnit> ended;
  std::vector<PersonMove> persons;
};

/// Refusals name the change by its place in the list, counted from 1: unknown or ended units, a new
/// unit that exists, a circle in the tree, a day before an earlier change of the unit, a unit that
/// ends twice or takes over and ends in one reorganisation, persons and duties that are not theirs.
std::variant<ChangedDirectory, Rejected> changed_directory(const Directory& directory,
                                                           const Reorganisation& reorganisation);

/// Every unit a change touches that is in the directory: who decides must lead them all.
std::vector<std::string> units_touched(const Directory& directory,
                                       const Reorganisation& reorganisation);

}  // namespace dondoc
