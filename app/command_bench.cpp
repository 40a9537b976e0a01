#include "app/command_bench.h"

#include <cstdio>

#include "bench/board_bench.h"
#include "bench/figures.h"

namespace dondoc {
namespace {

struct Bench {
  const char* name;
  Result<bench::Figures> (*measure)();
};

constexpr Bench k_benches[] = {{"board", bench::measure_board},
                               {"chat", bench::measure_chat},
                               {"commands", bench::measure_commands},
                               {"read", bench::measure_read},
                               {"steps", bench::measure_steps},
                               {"talk", bench::measure_talk},
                               {"webhook", bench::measure_webhook}};

}  // namespace

int run_bench(const std::string& name, bool json) {
  for (const Bench& bench : k_benches) {
    if (name != bench.name) continue;
    auto figures = bench.measure();
    if (!figures) {
      std::fprintf(stderr, "dondoc bench %s: %s\n", name.c_str(), figures.error().message.c_str());
      return 1;
    }
    std::string text = json ? bench::as_json(*figures) : bench::as_text(*figures);
    std::fwrite(text.data(), 1, text.size(), stdout);
    return 0;
  }
  std::string names;
  for (const Bench& bench : k_benches) (names += names.empty() ? "" : ", ") += bench.name;
  std::fprintf(stderr, "dondoc bench: no bench '%s'; there are: %s\n", name.c_str(), names.c_str());
  return 2;
}

}  // namespace dondoc
