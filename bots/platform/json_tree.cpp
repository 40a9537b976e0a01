#include "bots/platform/json_tree.h"

#include <charconv>
#include <limits>
#include <nlohmann/json.hpp>

#include "engine/codec/json_document.h"

namespace dondoc {

using nlohmann::json;

std::optional<JsonTree> JsonTree::parse(std::string_view text, Faults& faults) {
  auto document = JsonDocument::parse(text, faults);
  if (!document) return std::nullopt;
  auto owner = std::make_shared<const JsonDocument>(std::move(*document));
  return JsonTree(std::shared_ptr<const json>(owner, &owner->root()));
}

std::optional<JsonTree> JsonTree::parse(std::string_view text) {
  Faults faults("platform");
  return parse(text, faults);
}

std::optional<JsonTree> JsonTree::parse_strictly(std::string_view text) {
  Faults faults("platform");
  auto tree = parse(text, faults);
  return faults.none() ? tree : std::nullopt;
}

bool JsonTree::exists() const { return value_ != nullptr && !value_->is_null(); }

bool JsonTree::is_object() const { return value_ != nullptr && value_->is_object(); }

bool JsonTree::is_list() const { return value_ != nullptr && value_->is_array(); }

JsonTree JsonTree::operator[](std::string_view key) const {
  if (!is_object()) return {};
  auto found = value_->find(key);
  if (found == value_->end()) return {};
  return JsonTree(std::shared_ptr<const json>(value_, &*found));
}

std::vector<JsonTree> JsonTree::items() const {
  std::vector<JsonTree> result;
  if (!is_list()) return result;
  result.reserve(value_->size());
  for (const json& each : *value_)
    result.push_back(JsonTree(std::shared_ptr<const json>(value_, &each)));
  return result;
}

std::string JsonTree::text() const {
  if (value_ == nullptr) return {};
  if (const auto* text = value_->get_ptr<const json::string_t*>()) return *text;
  if (value_->is_number_unsigned()) return std::to_string(value_->get<std::uint64_t>());
  if (value_->is_number_integer()) return std::to_string(value_->get<std::int64_t>());
  return {};
}

std::optional<std::int64_t> JsonTree::whole() const { return whole_number(text()); }

std::string JsonTree::whole_text() const {
  std::string digits = text();
  return whole_number(digits) ? digits : std::string();
}

std::optional<std::int64_t> JsonTree::number() const {
  return value_ != nullptr && value_->is_number_integer() ? whole() : std::nullopt;
}

bool JsonTree::is_true() const { return value_ != nullptr && *value_ == true; }
bool JsonTree::is_false() const { return value_ != nullptr && *value_ == false; }

std::string json_text(const json& tree) {
  return tree.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::optional<std::int64_t> whole_number(std::string_view text) {
  std::int64_t value = 0;
  const char* end = text.data() + text.size();
  auto [stop, error] = std::from_chars(text.data(), end, value);
  if (text.empty() || error != std::errc() || stop != end) return std::nullopt;
  return value;
}

}  // namespace dondoc
