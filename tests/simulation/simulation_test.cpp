// Short simulated runs (docs/reliability.md): fixed seeds and fresh ones break no invariant, every
// planted bug is found, and a run is a function of its seed.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdio>
#include <ctime>

#include "simulation/totals.h"
#include "tests/simulation/ground.h"

using namespace dondoc;
using namespace dondoc::simulation;

namespace {

RunOptions small(std::uint64_t seed) {
  RunOptions options;
  options.seed = seed;
  options.days = 20;
  options.units = 5;
  options.faults = FaultSet::all();
  return options;
}

void check_whole(const RunReport& report) {
  INFO(as_text({report}));
  CHECK(report.findings_count == 0);
  CHECK(report.messages > 0);
}

}  // namespace

TEST_CASE("fixed seeds break no invariant", "[simulation]") {
  for (std::uint64_t seed = 1; seed <= 4; ++seed) check_whole(run(small(seed)));
}

TEST_CASE("fresh seeds break no invariant", "[simulation]") {
  const auto seed = static_cast<std::uint64_t>(std::time(nullptr));
  std::printf("fresh seeds from %llu\n", static_cast<unsigned long long>(seed));
  for (std::uint64_t i = 0; i < 2; ++i) check_whole(run(small(seed + i)));
}

TEST_CASE("two nodes on one store break no invariant", "[simulation][nodes]") {
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    RunOptions options = small(seed);
    options.nodes = 2;
    const RunReport report = run(options);
    check_whole(report);
    CHECK(report.stops > 0);
  }
  RunOptions fresh = small(static_cast<std::uint64_t>(std::time(nullptr)));
  fresh.nodes = 3;
  check_whole(run(fresh));
}

TEST_CASE("without faults no message is repeated and none is late", "[simulation]") {
  RunOptions options = small(5);
  options.faults = {};
  const RunReport report = run(options);
  check_whole(report);
  CHECK(report.duplicates == 0);
  CHECK(report.deaths == 0);
  REQUIRE_FALSE(report.lateness_ms.empty());
  CHECK(*std::max_element(report.lateness_ms.begin(), report.lateness_ms.end()) < 60'000);
}

TEST_CASE("a run is a function of its seed", "[simulation]") {
  const std::string first = run(small(7)).trace_hash;
  CHECK(run(small(7)).trace_hash == first);
  CHECK(run(small(8)).trace_hash != first);
  RunOptions two = small(7);
  two.nodes = 2;
  const std::string of_two = run(two).trace_hash;
  CHECK(of_two != first);
  CHECK(run(two).trace_hash == of_two);
}

TEST_CASE("every planted bug is found within twenty seeds", "[simulation]") {
  // What is found below is the bug: without one these runs are clean.
  constexpr std::uint64_t k_first = 100;
  for (const std::uint64_t seed : {k_first, k_first + 1}) {
    RunOptions options = small(seed);
    options.days = 45;
    check_whole(run(options));
    options.nodes = 2;
    check_whole(run(options));
  }
  for (const Plant plant : all_plants()) {
    bool is_found = false;
    int seeds = 0;
    std::string what;
    while (!is_found && seeds < 20) {
      RunOptions options = small(k_first + static_cast<std::uint64_t>(seeds++));
      options.days = 45;
      options.plant = plant;
      options.nodes = is_of_nodes(plant) ? 2 : 1;
      options.stop_at_first = true;
      const RunReport report = run(options);
      is_found = report.findings_count > 0;
      if (is_found) what = report.findings.front().invariant + ": " + report.findings.front().what;
    }
    std::printf("%-17s %2d seed(s)  %s\n", std::string(name_of(plant)).c_str(), seeds,
                what.c_str());
    INFO(name_of(plant));
    CHECK(is_found);
  }
}
