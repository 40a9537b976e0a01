// A JSON text of the platform as a tree that can be asked for anything without failing: what is not
// there, or of another type, is empty. Checked before as text: size, UTF-8, depth, syntax
// (engine/codec/json_document.h). Copies share the tree; immutable, safe from any thread.
#pragma once

#include <cstdint>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dondoc::zalo_oa {

class JsonTree {
 public:
  JsonTree() = default;
  /// None when it is not JSON, too deep or not UTF-8. Strings come out in NFC.
  static std::optional<JsonTree> parse(std::string_view text);

  bool is_object() const;
  bool has(std::string_view key) const;
  /// An empty tree when there is no such member.
  JsonTree operator[](std::string_view key) const;
  /// Elements of an array; none of anything else.
  std::vector<JsonTree> items() const;

  /// A string, or a whole number in decimal: ids are sent as either, and never pass through a
  /// double. Empty for anything else.
  std::string text() const;
  /// A whole number, also one in a string ("90000").
  std::optional<std::int64_t> whole() const;
  bool flag() const;

 private:
  explicit JsonTree(std::shared_ptr<const nlohmann::json> value) : value_(std::move(value)) {}
  std::shared_ptr<const nlohmann::json> value_;
};

/// JSON text of a tree that was built here; bytes that are not UTF-8 become U+FFFD.
std::string json_text(const nlohmann::json& tree);

/// A decimal number that fits, and nothing else.
std::optional<std::int64_t> whole_number(std::string_view text);

}  // namespace dondoc::zalo_oa
