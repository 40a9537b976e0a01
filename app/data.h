// Where the data files come from: a folder given by the user, the folder the program runs in or a
// file stands in, or what is compiled into the program. Reading files happens here; understanding
// them in engine/codec.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/codec/check_files.h"
#include "engine/command/decide.h"
#include "engine/result.h"

namespace dondoc {

/// The whole text of a file. Errors: permanent, with the file's name and the reason (missing, too
/// large, not readable).
Result<std::string> read_file(const std::string& path);

/// Every data file of an installation, names relative to the root where there is one.
struct DataFiles {
  std::string origin;           ///< folder, or "built in"
  std::vector<DataFile> files;  ///< sorted by name
};

/// The data files an installation uses:
/// `folder` when it is not empty; otherwise the nearest folder at or above `near_file` (a path, may
/// be empty) or, then, the current folder that holds both `workflows` and `config`; otherwise those
/// built in. Errors: permanent when the folder lacks them or a file cannot be read.
Result<DataFiles> find_data(const std::string& folder, const std::string& near_file);

/// Definitions from data files. Faults of the files are listed, all of them; then there is no
/// value.
struct LoadedDefinitions {
  std::optional<Definitions> definitions;
  std::vector<Fault> faults;
};
LoadedDefinitions load_definitions(const DataFiles& data);

/// "file: /pointer: message", one line a fault.
std::string fault_lines(const std::vector<Fault>& faults);

}  // namespace dondoc
