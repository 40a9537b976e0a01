// `dondoc move`: a whole office from one database to another.
#pragma once

#include <string>

namespace dondoc {

struct MoveOptions {
  std::string from;  ///< sqlite:PATH or postgresql://…
  std::string to;
};

/// Exit code: 0 moved, 1 nothing was (said on stderr), 2 no such kind of address.
int run_move(const MoveOptions& options);

}  // namespace dondoc
