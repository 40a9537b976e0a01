#include "engine/codec/declared_names.h"

#include <fmt/format.h>

#include "engine/codec/near_name.h"

namespace dondoc {
namespace {

/// Nodes on the way up from `start` until the top, a node seen on an earlier way, or the same way
/// again.
class Climb {
 public:
  explicit Climb(const std::vector<TreeNode>& nodes) : nodes_(nodes), seen_in_(nodes.size(), 0) {
    for (std::size_t i = 0; i < nodes.size(); ++i) places_.emplace(nodes[i].id, i);
  }

  /// "a → b → a" when the way from `start` runs into a circle not met before; otherwise empty.
  std::string circle_from(std::size_t start) {
    std::size_t way = start + 1;
    std::size_t at = start;
    while (seen_in_[at] == 0) {
      seen_in_[at] = way;
      auto above = places_.find(nodes_[at].parent);
      if (nodes_[at].parent.empty() || above == places_.end()) return "";
      at = above->second;
    }
    return seen_in_[at] == way ? circle_through(at) : "";
  }

 private:
  std::string circle_through(std::size_t first) const {
    std::string text = nodes_[first].id;
    std::size_t at = first;
    do {
      at = places_.at(nodes_[at].parent);
      text += " → " + nodes_[at].id;
    } while (at != first);
    return text;
  }

  const std::vector<TreeNode>& nodes_;
  std::vector<std::size_t> seen_in_;
  std::unordered_map<std::string, std::size_t> places_;
};

}  // namespace

void DeclaredNames::declare(const std::string& name, const std::string& pointer, Faults& faults) {
  if (name.empty()) return;
  auto [first, is_new] = places_.emplace(name, pointer);
  if (!is_new)
    faults.add(pointer,
               fmt::format("{} '{}' is already declared at {}", what_, name, first->second));
}

void DeclaredNames::require(const std::string& name, const std::string& pointer,
                            Faults& faults) const {
  if (name.empty() || has(name)) return;
  bool is_listed = faults.count() < limits::faults_reported;
  faults.add(pointer, fmt::format("unknown {} '{}'{}", what_, name,
                                  is_listed ? suggestion(name, all()) : ""));
}

std::vector<std::string_view> DeclaredNames::all() const {
  std::vector<std::string_view> names;
  for (const auto& [name, place] : places_) names.push_back(name);
  return names;
}

void check_parents(const std::vector<TreeNode>& nodes, const DeclaredNames& names,
                   const std::string& list, Faults& faults) {
  Climb climb(nodes);
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    auto pointer = pointer_to(pointer_to(list, i), "parent");
    names.require(nodes[i].parent, pointer, faults);
    if (auto circle = climb.circle_from(i); !circle.empty()) {
      faults.add(pointer, "units stand above each other in a circle: " + circle);
    }
  }
}

}  // namespace dondoc
