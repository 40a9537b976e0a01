#include "engine/lifecycle/chart.h"
#include "engine/lifecycle/graph.h"
#include "engine/lifecycle/labels.h"

namespace dondoc {
namespace {

/// Ids are prefixed, because Mermaid keeps words such as "end", "state" and "note" for itself.
std::string node(const ChartState& state) { return "s_" + state.id; }

/// Quotes end a Mermaid text, semicolons and colons split a line.
std::string escaped(std::string_view text) {
  std::string out;
  for (char c : text) {
    switch (c) {
      case '"':
        out += "#quot;";
        break;
      case ';':
        out += "#59;";
        break;
      case ':':
        out += "#58;";
        break;
      case '#':
        out += "#35;";
        break;
      case '\n':
        out += ' ';
        break;
      default:
        out += c;
    }
  }
  return out;
}

}  // namespace

std::string mermaid(const Chart& chart, std::string_view language) {
  std::string out = "stateDiagram-v2\n";
  for (const ChartState& state : chart.states)
    out += "    state \"" + escaped(diagram::label_of(state, language)) + "\" as " + node(state) +
           "\n";
  if (const ChartState* initial = chart.state(chart.initial))
    out += "    [*] --> " + node(*initial) + "\n";
  for (const diagram::Arrow& arrow : diagram::merged(diagram::arrows_of(chart, language)))
    out += "    " + node(chart.states[arrow.from]) + " --> " + node(chart.states[arrow.to]) +
           " : " + escaped(arrow.label) + "\n";
  for (const ChartState& state : chart.states)
    if (state.final) out += "    " + node(state) + " --> [*]\n";
  return out;
}

}  // namespace dondoc
