// What a look at every kept file found.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace dondoc {

struct FilesReport {
  std::int64_t bytes = 0;
  std::set<std::string> whole;       ///< digests
  std::vector<std::string> damaged;  ///< digests whose bytes are no longer those that were kept
};

}  // namespace dondoc
