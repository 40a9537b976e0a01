// `dondoc summary PLAN`: the summary of a period, in the form the file's ending asks for.
#pragma once

#include <string>

namespace dondoc {

struct SummaryOptions {
  std::string plan;
  std::string period;  ///< empty: the only one, or the last
  /// A file, written whole or not at all; "-": stdout. By its ending .docx, .xlsx, .csv (figures),
  /// .ics (deadlines of the plan), .json; any other is text.
  std::string out;
  std::string config;
  bool json = false;
};

/// Exit code: 0 done, 1 the store, the plan, the period or the file is at fault.
int run_summary(const SummaryOptions& options);

}  // namespace dondoc
