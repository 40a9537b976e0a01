// `dondoc bench NAME`: measurements of this program on this machine (design §17).
#pragma once

#include <string>

namespace dondoc {

/// Exit code: 0 measured, 1 something is at fault, 2 no such bench.
int run_bench(const std::string& name, bool json);

}  // namespace dondoc
