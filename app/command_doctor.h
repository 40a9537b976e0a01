// `dondoc doctor`: what is wrong or missing around the open assignments.
#pragma once

#include <string>

namespace dondoc {

struct DoctorOptions {
  std::string config;
  bool json = false;
};

/// Exit code: 0 no fault (there may be notes), 1 faults, or the store cannot be read.
int run_doctor(const DoctorOptions& options);

}  // namespace dondoc
