// The assignments as the store has them, decoded again only where a row is another than at the last
// look: the watches look at all of them every few days. One thread.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/port/store.h"
#include "engine/state/assignment.h"
#include "simulation/check/mirror.h"

namespace dondoc::simulation {

class StoredAssignments {
 public:
  /// All that the mirror knows of; valid until the next call. Errors: those of the store, and
  /// corrupt.
  Result<const std::vector<Assignment>*> read(Store& disk, const Mirror& mirror);

 private:
  struct Seen {
    std::string body;
    std::size_t place = 0;  ///< in all_
  };

  Result<void> read_one(Store& disk, const std::string& code);

  std::map<std::string, Seen> seen_;
  std::vector<Assignment> all_;
};

}  // namespace dondoc::simulation
