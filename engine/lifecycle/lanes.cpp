#include "engine/lifecycle/lanes.h"

#include <algorithm>

namespace dondoc::diagram {
namespace {

constexpr double k_clear = 12;  // between two nets in the same lane

bool is_free(const std::vector<Extent>& placed, const Extent& wanted, int lane) {
  return std::none_of(placed.begin(), placed.end(), [&](const Extent& other) {
    return other.lane == lane && wanted.top < other.bottom + k_clear &&
           other.top < wanted.bottom + k_clear;
  });
}

/// Neighbours that would overlap, moved as one.
struct Block {
  double sum = 0;
  int count = 0;
  double mean() const { return sum / count; }
};

}  // namespace

int assign_lanes(std::vector<Extent>& extents) {
  std::stable_sort(extents.begin(), extents.end(), [](const Extent& a, const Extent& b) {
    return a.bottom - a.top < b.bottom - b.top;
  });
  std::vector<Extent> placed;
  int lanes = 0;
  for (Extent& extent : extents) {
    while (!is_free(placed, extent, extent.lane)) ++extent.lane;
    placed.push_back(extent);
    lanes = std::max(lanes, extent.lane + 1);
  }
  return lanes;
}

std::vector<double> spread(const std::vector<double>& wanted, const std::vector<double>& heights,
                           double top) {
  // Pool adjacent violators on the positions less the heights above them.
  std::vector<Block> blocks;
  double above = 0;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    blocks.push_back({wanted[i] - above, 1});
    above += heights[i];
    while (blocks.size() > 1 && blocks[blocks.size() - 2].mean() > blocks.back().mean()) {
      Block last = blocks.back();
      blocks.pop_back();
      blocks.back().sum += last.sum;
      blocks.back().count += last.count;
    }
  }
  std::vector<double> y;
  above = 0;
  for (const Block& block : blocks) {
    for (int i = 0; i < block.count; ++i) {
      y.push_back(std::max(block.mean(), top) + above);
      above += heights[y.size() - 1];
    }
  }
  return y;
}

}  // namespace dondoc::diagram
