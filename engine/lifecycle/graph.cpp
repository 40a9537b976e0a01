#include "engine/lifecycle/graph.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "engine/lifecycle/labels.h"

namespace dondoc::diagram {
namespace {

std::optional<std::size_t> number_of(const Chart& chart, std::string_view id) {
  const ChartState* state = chart.state(id);
  if (!state) return std::nullopt;
  return static_cast<std::size_t>(state - chart.states.data());
}

/// Depth first from the initial state: arrows that lead back to where one came from are not part of
/// the way forward.
class WayForward {
 public:
  WayForward(const Chart& chart, const std::vector<Arrow>& arrows)
      : chart_(chart),
        arrows_(arrows),
        visit_(chart.states.size(), Visit::none),
        best_(chart.states.size()) {}

  std::vector<std::size_t> longest_from(std::size_t start) {
    walk(start);
    std::vector<std::size_t> way{start};
    while (best_[way.back()].next) way.push_back(*best_[way.back()].next);
    return way;
  }

 private:
  enum class Visit { none, open, done };

  /// Longer is better; of two equally long ways the one that ends completed.
  struct Best {
    std::pair<std::size_t, bool> rank;
    std::optional<std::size_t> next;
  };

  void walk(std::size_t at) {
    visit_[at] = Visit::open;
    Best best{{1, chart_.states[at].meaning == Meaning::done}, std::nullopt};
    for (const Arrow& arrow : arrows_) {
      if (arrow.from != at || chart_.states[arrow.to].meaning == Meaning::void_) continue;
      if (visit_[arrow.to] == Visit::none) walk(arrow.to);
      if (visit_[arrow.to] == Visit::open) continue;
      std::pair rank{best_[arrow.to].rank.first + 1, best_[arrow.to].rank.second};
      if (rank > best.rank) best = {rank, arrow.to};
    }
    best_[at] = best;
    visit_[at] = Visit::done;
  }

  const Chart& chart_;
  const std::vector<Arrow>& arrows_;
  std::vector<Visit> visit_;
  std::vector<Best> best_;
};

}  // namespace

std::vector<Arrow> arrows_of(const Chart& chart, std::string_view language) {
  std::vector<Arrow> arrows;
  for (const Transition& t : chart.transitions) {
    auto from = number_of(chart, t.from);
    auto to = number_of(chart, t.to);
    if (!from || !to) continue;
    arrows.push_back({*from, *to, arrow_label(chart, t, language)});
  }
  return arrows;
}

std::vector<Arrow> merged(const std::vector<Arrow>& arrows) {
  std::vector<Arrow> out;
  for (const Arrow& arrow : arrows) {
    auto same = std::find_if(out.begin(), out.end(), [&](const Arrow& a) {
      return a.from == arrow.from && a.to == arrow.to;
    });
    if (same == out.end()) {
      out.push_back(arrow);
    } else if (same->label != arrow.label) {
      same->label += " / " + arrow.label;
    }
  }
  return out;
}

Columns columns_of(const Chart& chart, const std::vector<Arrow>& arrows) {
  Columns columns;
  if (auto start = number_of(chart, chart.initial))
    columns.main = WayForward(chart, arrows).longest_from(*start);
  for (std::size_t i = 0; i < chart.states.size(); ++i) {
    if (std::find(columns.main.begin(), columns.main.end(), i) == columns.main.end())
      columns.side.push_back(i);
  }
  return columns;
}

}  // namespace dondoc::diagram
