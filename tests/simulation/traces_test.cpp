// The hash of a run's trace, seed by seed, to be compared with that of another compiler
// (`scripts/prove traces`).
#include <catch2/catch.hpp>
#include <cstdio>
#include <cstdlib>

#include "tests/simulation/ground.h"

using namespace dondoc::simulation;

namespace {

std::uint64_t number(const char* variable, std::uint64_t otherwise) {
  const char* text = std::getenv(variable);
  return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

}  // namespace

TEST_CASE("traces by seed", "[.traces]") {
  const std::uint64_t first = number("DONDOC_PROOF_SEED", 1);
  const std::uint64_t runs = number("DONDOC_PROOF_RUNS", 20);
  for (std::uint64_t seed = first; seed < first + runs; ++seed) {
    RunOptions options;
    options.seed = seed;
    options.days = static_cast<int>(number("DONDOC_PROOF_DAYS", 60));
    options.units = static_cast<int>(number("DONDOC_PROOF_UNITS", 12));
    options.nodes = static_cast<int>(number("DONDOC_PROOF_NODES", 1));
    options.faults = FaultSet::all();
    const RunReport report = run(options);
    std::printf("%llu %lld %s\n", static_cast<unsigned long long>(seed),
                static_cast<long long>(report.events), report.trace_hash.c_str());
    CHECK(report.findings_count == 0);
  }
}
