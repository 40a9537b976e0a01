// `dondoc explain CODE`: everything that happened to an assignment, and what comes.
#pragma once

#include <string>

namespace dondoc {

struct ExplainOptions {
  std::string code;  ///< "B20-07", with or without brackets
  std::string config;
  bool json = false;
};

/// Exit code: 0 done, 1 no such assignment, or the store is at fault.
int run_explain(const ExplainOptions& options);

}  // namespace dondoc
