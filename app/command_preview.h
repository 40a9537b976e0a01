// `dondoc preview PLAN.json`: what a plan will cause, before it is issued.
#pragma once

#include <string>

namespace dondoc {

struct PreviewOptions {
  std::string plan;
  std::string unit;
  std::string data;
  bool confirm_defaults = false;
  bool json = false;
};

/// Exit code: 0 done, 1 the plan or the data files are at fault.
int run_preview(const PreviewOptions& options);

}  // namespace dondoc
