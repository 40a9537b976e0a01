// `dondoc understand --now T`: replies on stdin, one a line; their labels on stdout, one a line, in
// the same order. Keeps nothing, needs no database and no configuration.
#pragma once

#include <string>

namespace dondoc {

struct UnderstandOptions {
  std::string now;       ///< ISO 8601; empty: the clock
  bool explain = false;  ///< also says which rule gave what
};

/// Exit code: 0 done, 1 when `now` cannot be read.
int run_understand(const UnderstandOptions& options);

}  // namespace dondoc
