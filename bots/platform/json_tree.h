// A JSON text of a platform as a tree that can be asked for anything without failing: what is not
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

#include "engine/codec/faults.h"

namespace dondoc {

class JsonTree {
 public:
  JsonTree() = default;
  /// None when it is not JSON, too deep or not UTF-8. Strings come out in NFC.
  static std::optional<JsonTree> parse(std::string_view text);
  /// The same; none also when an object names a member twice.
  static std::optional<JsonTree> parse_strictly(std::string_view text);

  /// Something stands here that is not null.
  bool exists() const;
  bool is_object() const;
  bool is_list() const;
  /// The member; an empty tree when there is none.
  JsonTree operator[](std::string_view key) const;
  /// Elements of an array; none of anything else.
  std::vector<JsonTree> items() const;

  /// A string, or a whole number in decimal: ids are sent as either, and never pass through a
  /// double. Empty for anything else.
  std::string text() const;
  /// A whole number, also one in a string ("90000").
  std::optional<std::int64_t> whole() const;
  /// The same, as text: empty for anything but a whole number.
  std::string whole_text() const;
  /// A whole number that is not in a string, for platforms that never do that.
  std::optional<std::int64_t> number() const;
  bool is_true() const;
  bool is_false() const;

 private:
  static std::optional<JsonTree> parse(std::string_view text, Faults& faults);
  explicit JsonTree(std::shared_ptr<const nlohmann::json> value) : value_(std::move(value)) {}
  std::shared_ptr<const nlohmann::json> value_;
};

/// JSON text of a tree that was built here; bytes that are not UTF-8 become U+FFFD.
std::string json_text(const nlohmann::json& tree);

/// A decimal number that fits, and nothing else.
std::optional<std::int64_t> whole_number(std::string_view text);

}  // namespace dondoc
