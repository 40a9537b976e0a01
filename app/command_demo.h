// `dondoc demo`: five plans, SQLite in a temporary folder, sandbox chat and a movable clock;
// `--story` plays plan B.
#pragma once

#include <string>

namespace dondoc {

struct DemoOptions {
  int port = 8080;
  std::string at = "2023-05-25T08:00";  ///< what the virtual clock says at first
  bool story = false;
  std::string data;  ///< folder of data files; empty: found or built in
};

/// Exit code: 0 done, 1 something is at fault (said on stderr).
int run_demo(const DemoOptions& options);

}  // namespace dondoc
