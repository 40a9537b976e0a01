#include "web/lifecycle_view.h"

#include <nlohmann/json.hpp>
#include <vector>

#include "engine/lifecycle/graph.h"
#include "engine/lifecycle/labels.h"

namespace dondoc {
namespace {

using nlohmann::json;

const char* tone_of(Meaning meaning) {
  switch (meaning) {
    case Meaning::waiting:
      return "waiting";
    case Meaning::open:
      return "open";
    case Meaning::reported:
      return "reported";
    case Meaning::done:
      return "done";
    case Meaning::void_:
      return "void";
  }
  return "";
}

json moves_from(std::size_t state, const Chart& chart, const std::vector<diagram::Arrow>& arrows,
                std::string_view language) {
  json moves = json::array();
  for (const diagram::Arrow& arrow : arrows) {
    if (arrow.from != state) continue;
    moves.push_back({{"label", arrow.label},
                     {"to", arrow.to},
                     {"to_label", diagram::label_of(chart.states[arrow.to], language)}});
  }
  return moves;
}

}  // namespace

json lifecycle_values(const Chart& chart, std::string_view here, std::string_view language) {
  const auto arrows = diagram::merged(diagram::arrows_of(chart, language));
  const diagram::Columns columns = diagram::columns_of(chart, diagram::arrows_of(chart, language));
  json states = json::array();
  const auto add = [&](const std::vector<std::size_t>& numbers, const char* column) {
    for (std::size_t number : numbers) {
      const ChartState& state = chart.states[number];
      json moves = moves_from(number, chart, arrows, language);
      states.push_back({{"number", number},
                        {"label", diagram::label_of(state, language)},
                        {"meaning", diagram::label_of(state.meaning, language)},
                        {"tone", tone_of(state.meaning)},
                        {"column", column},
                        {"here", state.id == here},
                        {"has_moves", !moves.empty()},
                        {"moves", std::move(moves)}});
    }
  };
  add(columns.main, "main");
  add(columns.side, "side");
  return states;
}

}  // namespace dondoc
