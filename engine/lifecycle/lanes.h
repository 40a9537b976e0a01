// Two small placing rules of the drawing. Internal to engine/lifecycle.
#pragma once

#include <cstddef>
#include <map>
#include <vector>

namespace dondoc::diagram {

/// How far a net reaches, and the lane it is given.
struct Extent {
  std::size_t net = 0;
  double top = 0;
  double bottom = 0;
  int lane = 0;
};

/// Gives each net the first lane that is free over its whole extent, short nets first; answers how
/// many lanes that takes.
int assign_lanes(std::vector<Extent>& extents);

/// Places one after another, each as near as can be to where it is wanted (least squares), none
/// above `top`. `heights` include the gap below. Requires: `wanted` is in rising order.
std::vector<double> spread(const std::vector<double>& wanted, const std::vector<double>& heights,
                           double top);

}  // namespace dondoc::diagram
