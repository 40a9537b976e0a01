// Small data files without any fault, one of each kind, for tests that plant faults into them.
#pragma once

#include <string>
#include <vector>

#include "engine/codec/check_files.h"

namespace dondoc::good {

std::string plan();
std::string lifecycle();  ///< of assignments
std::string ladders();
std::string messages(const std::string& language);
std::string calendar();  ///< 2023, announced
std::string units();
std::string config();

/// All of them under the names they would have in an installation.
std::vector<DataFile> files();

}  // namespace dondoc::good
