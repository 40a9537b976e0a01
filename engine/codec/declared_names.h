// DeclaredNames that are declared in one place of a file and used in others. One thread.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/codec/faults.h"
#include "engine/codec/json_document.h"

namespace dondoc {

/// Keeps its own copies. Empty names stand for what could not be read: they are neither declared
/// nor asked for.
class DeclaredNames {
 public:
  /// `what` is one such thing in a message: "unit", "obligation".
  explicit DeclaredNames(std::string_view what) : what_(what) {}

  /// Known without being declared here.
  void know(const std::string& name) { places_.emplace(name, ""); }
  /// A name declared before is a fault at `pointer` that says where the first one stands.
  void declare(const std::string& name, const std::string& pointer, Faults& faults);
  bool has(const std::string& name) const { return places_.count(name) != 0; }
  /// An unknown name is a fault at `pointer`, with the nearest known one.
  void require(const std::string& name, const std::string& pointer, Faults& faults) const;
  std::vector<std::string_view> all() const;

 private:
  std::string_view what_;
  std::unordered_map<std::string, std::string> places_;
};

/// Declares the ids of a list that stands at `list` in the file.
template <typename T>
void declare_all(DeclaredNames& names, const std::vector<T>& all, const std::string& list,
                 Faults& faults) {
  for (std::size_t i = 0; i < all.size(); ++i)
    names.declare(all[i].id, pointer_to(list, i) + "/id", faults);
}

/// One node of a tree and the node above it, empty for the top.
struct TreeNode {
  const std::string& id;
  const std::string& parent;
};

/// Every unknown parent and every circle of parents, at `list`/i/parent.
void check_parents(const std::vector<TreeNode>& nodes, const DeclaredNames& names,
                   const std::string& list, Faults& faults);

}  // namespace dondoc
