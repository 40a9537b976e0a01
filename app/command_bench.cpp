#include "app/command_bench.h"

#include <cstdio>

#include "bench/board_bench.h"
#include "bench/figures.h"

namespace dondoc {
namespace {

enum class Takes { nothing, size, size_and_database };

struct Bench {
  const char* name;
  Takes takes;
  Result<bench::Figures> (*measure)(const bench::Extent&);
};

template <Result<bench::Figures> (*measure)()>
Result<bench::Figures> as_always(const bench::Extent&) {
  return measure();
}

constexpr Bench k_benches[] = {
    {"board", Takes::nothing, as_always<bench::measure_board>},
    {"chat", Takes::nothing, as_always<bench::measure_chat>},
    {"commands", Takes::size_and_database, bench::measure_commands},
    {"country", Takes::size, bench::measure_country},
    {"read", Takes::nothing, as_always<bench::measure_read>},
    {"scale", Takes::size, bench::measure_scale},
    {"steps", Takes::size_and_database, bench::measure_steps},
    {"talk", Takes::nothing, as_always<bench::measure_talk>},
    {"webhook", Takes::nothing, as_always<bench::measure_webhook>},
    {"work", Takes::size_and_database, bench::measure_work},
};

int misused(const std::string& name, const std::string& why) {
  std::fprintf(stderr, "dondoc bench %s: %s\n", name.c_str(), why.c_str());
  return 2;
}

int measure(const Bench& bench, const BenchOptions& options) {
  if (!options.database.empty() && bench.takes != Takes::size_and_database)
    return misused(options.name, "takes no --database");
  if (options.size != 0 && bench.takes == Takes::nothing)
    return misused(options.name, "takes no --size");
  auto figures = bench.measure({options.database, options.size});
  if (!figures) {
    std::fprintf(stderr, "dondoc bench %s: %s\n", bench.name, figures.error().message.c_str());
    return 1;
  }
  const std::string text = options.json ? bench::as_json(*figures) : bench::as_text(*figures);
  std::fwrite(text.data(), 1, text.size(), stdout);
  return 0;
}

}  // namespace

std::string bench_names() {
  std::string names;
  for (const Bench& bench : k_benches) (names += names.empty() ? "" : ", ") += bench.name;
  return names;
}

int run_bench(const BenchOptions& options) {
  for (const Bench& bench : k_benches) {
    if (options.name == bench.name) return measure(bench, options);
  }
  return misused(options.name, "no such bench; there are: " + bench_names());
}

}  // namespace dondoc
