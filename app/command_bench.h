// `dondoc bench NAME`: measurements of this program on this machine (design §17).
#pragma once

#include <cstddef>
#include <string>

namespace dondoc {

struct BenchOptions {
  std::string name;
  std::string database;  ///< empty: SQLite
  std::size_t size = 0;  ///< 0: as it is usually measured
  bool json = false;
};

/// The names there are, a comma between them.
std::string bench_names();

/// Exit code: 0 measured, 1 something is at fault, 2 no such bench, or one that takes no such
/// option.
int run_bench(const BenchOptions& options);

}  // namespace dondoc
