#include "engine/lifecycle/routes.h"

#include <algorithm>

namespace dondoc::diagram {
namespace {

bool is_in(const std::vector<std::size_t>& states, std::size_t state) {
  return std::find(states.begin(), states.end(), state) != states.end();
}

bool is_next(const Columns& columns, const Arrow& arrow) {
  auto at = std::find(columns.main.begin(), columns.main.end(), arrow.from);
  return at != columns.main.end() && at + 1 != columns.main.end() && *(at + 1) == arrow.to;
}

/// Arrows with the same words to the same state come together.
void add(std::vector<Net>& nets, Channel channel, const Arrow& arrow) {
  auto same = std::find_if(nets.begin(), nets.end(), [&](const Net& net) {
    return net.channel == channel && net.targets[0].state == arrow.to &&
           net.targets[0].label == arrow.label;
  });
  if (same != nets.end()) {
    same->sources.push_back(arrow.from);
  } else {
    nets.push_back({channel, {arrow.from}, {{arrow.to, arrow.label}}});
  }
}

/// Two arrows that would run side by side from end to end become one with both labels.
void add_targets(Net& net, const std::vector<Target>& more) {
  for (const Target& target : more) {
    auto same = std::find_if(net.targets.begin(), net.targets.end(),
                             [&](const Target& t) { return t.state == target.state; });
    if (same == net.targets.end()) {
      net.targets.push_back(target);
    } else {
      same->label += " / " + target.label;
    }
  }
}

/// Nets that leave the same states share their lane.
std::vector<Net> shared(std::vector<Net> nets) {
  std::vector<Net> out;
  for (Net& net : nets) {
    std::sort(net.sources.begin(), net.sources.end());
    auto same = std::find_if(out.begin(), out.end(), [&](const Net& other) {
      return other.channel == net.channel && other.sources == net.sources;
    });
    if (same == out.end()) {
      out.push_back(std::move(net));
    } else {
      add_targets(*same, net.targets);
    }
  }
  return out;
}

}  // namespace

Routes routes_of(const std::vector<Arrow>& arrows, const Columns& columns) {
  Routes routes;
  for (const Arrow& arrow : arrows) {
    if (arrow.from == arrow.to) {
      routes.loops.push_back(arrow);
    } else if (is_next(columns, arrow)) {
      routes.straight.push_back(arrow);
    } else {
      bool within_main = is_in(columns.main, arrow.from) && is_in(columns.main, arrow.to);
      add(routes.nets, within_main ? Channel::left : Channel::right, arrow);
    }
  }
  routes.straight = merged(routes.straight);
  routes.loops = merged(routes.loops);
  routes.nets = shared(std::move(routes.nets));
  return routes;
}

}  // namespace dondoc::diagram
