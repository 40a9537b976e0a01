// A chart as a graph for drawing, by `dondoc diagram` and by the pages: arrows with labels, and
// which states stand in which column. Values only, pure, safe from any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/lifecycle/chart.h"

namespace dondoc::diagram {

/// States are numbered as in Chart::states.
struct Arrow {
  std::size_t from = 0;
  std::size_t to = 0;
  std::string label;
};

/// One arrow for each transition, in the order of the file. Those from or to a state that does not
/// exist are left out.
std::vector<Arrow> arrows_of(const Chart& chart, std::string_view language);

/// One arrow for each pair of states, different labels joined by " / ".
std::vector<Arrow> merged(const std::vector<Arrow>& arrows);

/// The usual way from the initial state, top to bottom, and everything that lies beside it.
struct Columns {
  std::vector<std::size_t> main;
  std::vector<std::size_t> side;
};

/// The main column is the longest way forward that avoids void states.
Columns columns_of(const Chart& chart, const std::vector<Arrow>& arrows);

}  // namespace dondoc::diagram
