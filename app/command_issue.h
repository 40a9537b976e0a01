// `dondoc issue PLAN.json`: puts a plan into force.
#pragma once

#include <string>

namespace dondoc {

struct IssueOptions {
  std::string plan;  ///< the plan's file
  std::string config;
};

/// Exit code: 0 issued, 1 the plan has faults (all of them are named) or was refused.
int run_issue(const IssueOptions& options);

}  // namespace dondoc
