// `dondoc diagram plan|assignment`: a lifecycle as a drawing.
#pragma once

#include <string>

namespace dondoc {

struct DiagramOptions {
  std::string chart;               ///< "plan" or "assignment"
  std::string format = "mermaid";  ///< or "svg"
  std::string data;                ///< folder of data files; empty: found or built in
};

/// Exit code: 0 done, 1 the data files are at fault.
int run_diagram(const DiagramOptions& options);

}  // namespace dondoc
