// Units and persons from a file into the directory: .json as config/units.json, or .csv or .xlsx
// (the first sheet) with a header row:
//   units:   id,name,short,kind,parent
//   persons: id,name,address,unit,roles,language,channels     (roles and channels: several with
//   ';')
// Every row's fault is named with its line (JSON: pointer) and field. Pure functions: nothing is
// written here.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/codec/faults.h"
#include "engine/command/decide.h"

namespace dondoc {

enum class ImportKind { units, persons };

enum class ImportEffect { added, changed, unchanged };

struct ImportRow {
  std::string place;  ///< "line 3", "row 3", "/units/2"
  std::string id;
  std::string name;
  ImportEffect effect = ImportEffect::added;
  CommandBody command;  ///< RegisterUnit or RegisterPerson
};

/// The rows of a file in the order they can be registered in (a unit after the one above it),
/// compared with the directory. A person who is known keeps chat accounts and leaves; a unit what
/// only a plan says of it. With any fault there are no rows. `file`: its name, which also tells the
/// format. A JSON file may hold both lists; only the asked one is taken.
std::optional<std::vector<ImportRow>> read_import(ImportKind kind, const std::string& file,
                                                  std::string_view text, const Directory& directory,
                                                  Faults& faults);

/// Decides the rows one after another, each seeing what the earlier ones changed, on a copy of the
/// office. A refusal is a fault of its row. True: all of them will be accepted.
bool rehearse(const std::vector<ImportRow>& rows, const Definitions& definitions, Office office,
              const Zone& zone, Instant now, Faults& faults);

}  // namespace dondoc
