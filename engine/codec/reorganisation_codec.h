// A change of units as a file (workflows/schema/reorganisation.schema.json): what an authority
// decided, with its source, and what the source leaves open. Pure functions; safe from any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/codec/faults.h"
#include "engine/state/reorganisation.h"

namespace dondoc {

/// Units of which the source does not say what became of them. Nothing may take effect while one is
/// left: where they go is never guessed.
struct OpenUnits {
  std::vector<std::string> units;
  std::string question;
};

struct ReorganisationFile {
  Reorganisation reorganisation;
  std::vector<std::string> sources;  ///< where it is stated
  std::vector<OpenUnits> open;
};

/// What can be read, for check_reorganisation. None when the file is no JSON object.
std::optional<ReorganisationFile> read_reorganisation_file(std::string_view json, Faults& faults);

/// None when there was any fault of form.
std::optional<ReorganisationFile> decode_reorganisation(std::string_view json, Faults& faults);

/// What can be told without a directory: the number of units each act needs, units that stand twice,
/// a successor that is not named, a unit that is open and changed.
void check_reorganisation(const ReorganisationFile& file, Faults& faults);

}  // namespace dondoc
