// Fields of an object that came from the platform, read without an exception: what is absent or of
// another type is nothing. Pure functions.
#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace dondoc::telegram {

/// None for an absent field, for null, and when `object` is no object.
const nlohmann::json* field(const nlohmann::json& object, std::string_view name);
/// The same, when it is an object.
const nlohmann::json* object_field(const nlohmann::json& object, std::string_view name);
/// Empty when absent or no string.
std::string text_field(const nlohmann::json& object, std::string_view name);
/// Whole numbers only: an id must never pass through a double (chat-apis.md §5.11).
std::optional<std::int64_t> whole_field(const nlohmann::json& object, std::string_view name);
/// An id as text; empty when absent. Takes a whole number, or a string of one.
std::string id_field(const nlohmann::json& object, std::string_view name);
bool flag_field(const nlohmann::json& object, std::string_view name);

/// The number that `text` is, whole; none for anything else.
std::optional<std::int64_t> whole_number(std::string_view text);

/// An id as the API wants it: a number where it is one ("7001"), else the text ("@name").
nlohmann::json id_value(const std::string& id);

/// As JSON; bytes that are no UTF-8 become U+FFFD.
std::string written(const nlohmann::json& value);

}  // namespace dondoc::telegram
