// How the arrows of a chart are led: straight down, through a channel beside the main column, or
// back to the same state. Internal to engine/lifecycle.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/lifecycle/graph.h"

namespace dondoc::diagram {

/// Left of the main column run arrows between its own states, right of it those from and to the
/// side column.
enum class Channel { left, right };

struct Target {
  std::size_t state = 0;
  std::string label;
};

/// Arrows that share one lane: each source has an arrow to each target, so five states that can all
/// be waived, transferred or cancelled need eight strokes and not fifteen.
struct Net {
  Channel channel = Channel::left;
  std::vector<std::size_t> sources;
  std::vector<Target> targets;
};

struct Routes {
  std::vector<Arrow> straight;  ///< from a state of the main column to the next
  std::vector<Net> nets;
  std::vector<Arrow> loops;
};

Routes routes_of(const std::vector<Arrow>& arrows, const Columns& columns);

}  // namespace dondoc::diagram
