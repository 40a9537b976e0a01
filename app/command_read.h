// `dondoc read FILE`: what a plan document says, as text or JSON; a draft plan; a marked-up page.
// Keeps nothing, needs no database and no configuration.
#pragma once

#include <string>

namespace dondoc {

struct ReadOptions {
  std::string file;
  bool json = false;
  std::string draft;     ///< write a plan file there; empty: none
  std::string answers;   ///< a file that answers the draft's questions; empty: none
  std::string annotate;  ///< write a page there; empty: none
  bool explain = false;  ///< also says which rule of the grammar made each item
};

/// Exit code: 0 done, 1 the file cannot be read or is no document of a known format.
int run_read(const ReadOptions& options);

}  // namespace dondoc
