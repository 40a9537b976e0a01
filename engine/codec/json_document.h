// A JSON text from outside as a tree that has been checked as text: size, depth, UTF-8, syntax,
// duplicate keys; every string in NFC; `//` comments allowed. What the tree means is read through
// JsonValue (engine/codec/json_reader.h). Owned by one thread.
#pragma once

#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/codec/faults.h"

namespace dondoc {

class JsonDocument {
 public:
  /// None when the text is no JSON at all: the fault says at which line and column. A key that
  /// stands twice in an object is a fault too, but the document is returned and the later value
  /// counts.
  static std::optional<JsonDocument> parse(std::string_view text, Faults& faults);

  JsonDocument(JsonDocument&& other) noexcept;
  JsonDocument& operator=(JsonDocument&& other) noexcept;
  ~JsonDocument();

  const nlohmann::json& root() const { return *root_; }
  /// Pointers of strings that were not in NFC before they were normalised: not a fault in itself.
  const std::vector<std::string>& denormalised() const { return denormalised_; }

 private:
  JsonDocument();
  std::unique_ptr<nlohmann::json> root_;
  std::vector<std::string> denormalised_;
};

/// `pointer` with one more step, escaped as RFC 6901 asks.
std::string pointer_to(const std::string& pointer, std::string_view key);
std::string pointer_to(const std::string& pointer, std::size_t index);

}  // namespace dondoc
