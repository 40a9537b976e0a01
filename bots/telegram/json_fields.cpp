#include "bots/telegram/json_fields.h"

#include <charconv>
#include <nlohmann/json.hpp>

namespace dondoc::telegram {

using nlohmann::json;

const json* field(const json& object, std::string_view name) {
  if (!object.is_object()) return nullptr;
  const auto found = object.find(name);
  return found == object.end() || found->is_null() ? nullptr : &*found;
}

const json* object_field(const json& object, std::string_view name) {
  const json* value = field(object, name);
  return value && value->is_object() ? value : nullptr;
}

std::string text_field(const json& object, std::string_view name) {
  const json* value = field(object, name);
  return value && value->is_string() ? value->get<std::string>() : std::string();
}

std::optional<std::int64_t> whole_field(const json& object, std::string_view name) {
  const json* value = field(object, name);
  if (!value || !value->is_number_integer()) return std::nullopt;
  if (value->is_number_unsigned() && value->get<std::uint64_t>() > INT64_MAX) return std::nullopt;
  return value->get<std::int64_t>();
}

std::string id_field(const json& object, std::string_view name) {
  if (const auto number = whole_field(object, name)) return std::to_string(*number);
  const std::string text = text_field(object, name);
  return whole_number(text) ? text : std::string();
}

bool flag_field(const json& object, std::string_view name) {
  const json* value = field(object, name);
  return value && value->is_boolean() && value->get<bool>();
}

std::optional<std::int64_t> whole_number(std::string_view text) {
  std::int64_t number = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc() || stop != end || text.empty()) return std::nullopt;
  return number;
}

json id_value(const std::string& id) {
  if (const auto number = whole_number(id)) return *number;
  return id;
}

std::string written(const json& value) {
  return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace dondoc::telegram
