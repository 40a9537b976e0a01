#include "bench/figures.h"

#include <fmt/format.h>

namespace dondoc::bench {

double percentile(const std::vector<double>& sorted, double share) {
  if (sorted.empty()) return 0;
  return sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
}

std::string as_text(const Figures& figures) {
  std::string text = figures.name + "\n";
  for (const auto& [name, value] : figures.numbers)
    text += fmt::format("  {:<44} {:>14.2f}\n", name, value);
  for (const std::string& note : figures.notes) text += "  " + note + "\n";
  return text;
}

std::string as_json(const Figures& figures) {
  std::string json = fmt::format("{{\"bench\":\"{}\"", figures.name);
  for (const auto& [name, value] : figures.numbers)
    json += fmt::format(",\"{}\":{:.4f}", name, value);
  return json + "}\n";
}

}  // namespace dondoc::bench
