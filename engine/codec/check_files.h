// `dondoc check`: every data file alone and all of them together. Pure functions; safe from any
// thread.
#pragma once

#include <vector>

#include "engine/codec/faults.h"
#include "engine/codec/file_kind.h"

namespace dondoc {

enum class Scope {
  these_files,         ///< what is not given is not asked for
  whole_installation,  ///< lifecycles, ladders, messages in both languages and a calendar must be
                       ///< among the files
};

/// Everything wrong, in the order of the files; faults of the whole set come last and name no file.
/// Empty: all is well.
std::vector<Fault> check_all(const std::vector<DataFile>& files, Scope scope = Scope::these_files);

}  // namespace dondoc
