// `dondoc simulate`: seeded runs of the whole under faults, with every invariant watched (design
// §15).
#pragma once

#include <cstdint>
#include <string>

namespace dondoc {

struct SimulateOptions {
  std::uint64_t seed = 1;  ///< of the first run; the next one's is one more
  int runs = 1;
  int days = 365;
  int units = 20;
  int nodes = 1;
  std::string faults = "all";
  std::string plant;  ///< a planted bug; empty: none
  std::string data;
  bool json = false;
};

/// Exit code: 0 no invariant broken, 1 one was or something is at fault, 2 no such fault or bug.
int run_simulate(const SimulateOptions& options);

}  // namespace dondoc
