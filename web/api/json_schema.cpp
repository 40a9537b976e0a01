#include "web/api/json_schema.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string>

#include "engine/check.h"
#include "engine/codec/json_document.h"
#include "engine/time/time.h"

namespace dondoc {
namespace {

using nlohmann::json;

/// Said of a schema and not asked of a value.
constexpr std::array<std::string_view, 4> k_notes{"description", "title", "examples", "default"};
constexpr std::array<std::string_view, 15> k_words{
    "type",   "enum",    "const",   "properties", "required",  "additionalProperties",
    "items",  "minimum", "maximum", "minLength",  "maxLength", "maxItems",
    "format", "anyOf",   "$ref"};
constexpr std::string_view k_here = "#/components/schemas/";

template <class List>
bool holds(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_type(const json& value, const std::string& type) {
  if (type == "object") return value.is_object();
  if (type == "array") return value.is_array();
  if (type == "string") return value.is_string();
  if (type == "integer") return value.is_number_integer();
  if (type == "number") return value.is_number();
  if (type == "boolean") return value.is_boolean();
  CHECK(type == "null");
  return value.is_null();
}

/// Characters, as JSON Schema counts them.
std::size_t length_of(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

class Checker {
 public:
  Checker(const json& schemas, Faults& faults) : schemas_(schemas), faults_(faults) {}

  void check(const json& schema, const json& value, const std::string& at) {
    for (const auto& [word, unused] : schema.items())
      CHECK((holds(k_words, word) || holds(k_notes, word)));
    if (schema.contains("$ref"))
      check(named(schema["$ref"].get_ref<const std::string&>()), value, at);
    if (!has_right_type(schema, value)) {
      faults_.add(at, "expected " + schema["type"].dump());
      return;
    }
    check_choice(schema, value, at);
    if (value.is_object()) check_object(schema, value, at);
    if (value.is_array()) check_list(schema, value, at);
    if (value.is_number()) check_number(schema, value, at);
    if (value.is_string()) check_text(schema, value.get_ref<const std::string&>(), at);
  }

  const json& named(std::string_view reference) const {
    CHECK(reference.starts_with(k_here));
    const auto found = schemas_.find(std::string(reference.substr(k_here.size())));
    CHECK(found != schemas_.end());
    return *found;
  }

 private:
  static bool has_right_type(const json& schema, const json& value) {
    if (!schema.contains("type")) return true;
    const json& type = schema["type"];
    if (type.is_string()) return is_type(value, type.get_ref<const std::string&>());
    return std::any_of(type.begin(), type.end(), [&](const json& one) {
      return is_type(value, one.get_ref<const std::string&>());
    });
  }

  void check_choice(const json& schema, const json& value, const std::string& at) {
    if (schema.contains("const") && schema["const"] != value)
      faults_.add(at, "expected " + schema["const"].dump());
    if (schema.contains("enum") &&
        std::find(schema["enum"].begin(), schema["enum"].end(), value) == schema["enum"].end())
      faults_.add(at, "expected one of " + schema["enum"].dump());
    if (!schema.contains("anyOf")) return;
    const bool fits =
        std::any_of(schema["anyOf"].begin(), schema["anyOf"].end(), [&](const json& one) {
          Faults unused(faults_.file());
          Checker(schemas_, unused).check(one, value, at);
          return unused.none();
        });
    if (!fits) faults_.add(at, "fits none of the forms that may stand here");
  }

  void check_object(const json& schema, const json& value, const std::string& at) {
    for (const json& name : schema.value("required", json::array())) {
      if (!value.contains(name.get_ref<const std::string&>()))
        faults_.add(at, "is without " + name.dump());
    }
    const json properties = schema.value("properties", json::object());
    const json others = schema.value("additionalProperties", json(true));
    for (const auto& [name, member] : value.items()) {
      const std::string place = pointer_to(at, name);
      if (properties.contains(name)) {
        check(properties[name], member, place);
      } else if (others.is_object()) {
        check(others, member, place);
      } else if (!others.get<bool>()) {
        faults_.add(place, "is not known here");
      }
    }
  }

  void check_list(const json& schema, const json& value, const std::string& at) {
    if (schema.contains("maxItems") && value.size() > schema["maxItems"].get<std::size_t>())
      faults_.add(at, "has more than " + schema["maxItems"].dump() + " elements");
    if (!schema.contains("items")) return;
    for (std::size_t i = 0; i < value.size(); ++i)
      check(schema["items"], value[i], pointer_to(at, i));
  }

  void check_number(const json& schema, const json& value, const std::string& at) {
    if (schema.contains("minimum") && value < schema["minimum"])
      faults_.add(at, "is less than " + schema["minimum"].dump());
    if (schema.contains("maximum") && value > schema["maximum"])
      faults_.add(at, "is more than " + schema["maximum"].dump());
  }

  void check_text(const json& schema, const std::string& text, const std::string& at) {
    const std::size_t length = length_of(text);
    if (schema.contains("minLength") && length < schema["minLength"].get<std::size_t>())
      faults_.add(at, "is shorter than " + schema["minLength"].dump() + " characters");
    if (schema.contains("maxLength") && length > schema["maxLength"].get<std::size_t>())
      faults_.add(at, "is longer than " + schema["maxLength"].dump() + " characters");
    if (schema.value("format", "") == "date" && !LocalDate::parse(text))
      faults_.add(at, "is no date YYYY-MM-DD");
  }

  const json& schemas_;
  Faults& faults_;
};

}  // namespace

void check_schema(const json& schemas, std::string_view name, const json& value, Faults& faults) {
  Checker checker(schemas, faults);
  checker.check(checker.named(std::string(k_here) + std::string(name)), value, "");
}

}  // namespace dondoc
