// `dondoc summary PLAN`: the summary of a period as text or as data.
#pragma once

#include <string>

namespace dondoc {

struct SummaryOptions {
  std::string plan;
  std::string period;  ///< empty: the only one, or the last
  std::string out;     ///< a file, written whole or not at all; "-": stdout
  std::string config;
  bool json = false;
};

/// Exit code: 0 done, 1 the store, the plan, the period or the file is at fault.
int run_summary(const SummaryOptions& options);

}  // namespace dondoc
