// `dondoc board`: what is owed, by whom and how late, now or at a past moment.
#pragma once

#include <string>

namespace dondoc {

struct BoardOptions {
  std::string plan;   ///< empty: all
  std::string as_of;  ///< empty: now
  std::string config;
  bool json = false;
};

/// Exit code: 0 done, 1 the store or the plan's name is at fault, 2 `as_of` is no time.
int run_board(const BoardOptions& options);

}  // namespace dondoc
