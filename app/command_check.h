// `dondoc check [FILE...]`: everything wrong with the data files, not only the first fault.
#pragma once

#include <string>
#include <vector>

namespace dondoc {

struct CheckOptions {
  std::vector<std::string> files;  ///< empty: all of the installation
  std::string data;
  bool json = false;
};

/// Exit code: 0 no fault, 1 faults (or a file that cannot be read).
int run_check(const CheckOptions& options);

}  // namespace dondoc
