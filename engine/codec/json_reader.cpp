#include "engine/codec/json_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "engine/codec/near_name.h"
#include "engine/codec/utf8.h"
#include "engine/text/vietnamese.h"

namespace dondoc {
namespace {

using nlohmann::json;

std::string_view type_of(const json& value) {
  if (value.is_null()) return "null";
  if (value.is_object()) return "an object";
  if (value.is_array()) return "a list";
  if (value.is_string()) return "text";
  if (value.is_boolean()) return "true or false";
  return "a number";
}

void check_length(const JsonValue& value, const std::string& text, const TextRule& rule) {
  auto length = characters(text);
  if (length == 0 && rule.shortest > 0) {
    value.fault("must not be empty");
  } else if (length > rule.longest) {
    value.fault(fmt::format("{} characters; at most {} are allowed", length, rule.longest));
  } else if (rule.fits != nullptr && length > 0 && !rule.fits(text)) {
    value.fault(fmt::format("'{}' does not fit: expected {}", text, rule.shape));
  } else if (length < rule.shortest) {
    value.fault(fmt::format("{} characters; at least {} are needed", length, rule.shortest));
  }
}

std::string range_text(WholeRange range) {
  if (range.most == std::numeric_limits<std::int64_t>::max())
    return fmt::format("at least {}", range.least);
  return fmt::format("{} to {}", range.least, range.most);
}

/// "2023-02-30" looks like a date and is none.
bool looks_like_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  return std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }) == 8;
}

}  // namespace

bool JsonValue::is_null() const { return json_->is_null(); }
bool JsonValue::is_object() const { return json_->is_object(); }
bool JsonValue::is_list() const { return json_->is_array(); }

void JsonValue::expected(std::string_view what) const {
  fault(fmt::format("expected {}, found {}", what, type_of(*json_)));
}

std::optional<std::string> JsonValue::text(const TextRule& rule) const {
  const auto* text = json_->get_ptr<const std::string*>();
  if (text == nullptr) {
    expected("text");
    return std::nullopt;
  }
  if (has_control_characters(*text)) fault("holds a control character");
  check_length(*this, *text, rule);
  return *text;
}

std::optional<std::int64_t> JsonValue::whole(WholeRange range) const {
  if (!json_->is_number_integer()) {
    expected(json_->is_number() ? "a whole number" : "a number");
    return std::nullopt;
  }
  constexpr auto largest = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
  bool too_large = json_->is_number_unsigned() && json_->get<std::uint64_t>() > largest;
  auto value = too_large ? std::numeric_limits<std::int64_t>::max() : json_->get<std::int64_t>();
  if (too_large || value < range.least || value > range.most) {
    fault(fmt::format("{} is out of range: expected {}", json_->dump(), range_text(range)));
    return std::clamp(value, range.least, range.most);
  }
  return value;
}

std::optional<double> JsonValue::number() const {
  if (!json_->is_number()) {
    expected("a number");
    return std::nullopt;
  }
  return json_->get<double>();
}

std::optional<bool> JsonValue::flag() const {
  if (!json_->is_boolean()) {
    expected("true or false");
    return std::nullopt;
  }
  return json_->get<bool>();
}

std::optional<LocalDate> JsonValue::date() const {
  const auto* text = json_->get_ptr<const std::string*>();
  if (text == nullptr) {
    expected("a date as text, 'YYYY-MM-DD'");
    return std::nullopt;
  }
  auto date = LocalDate::parse(*text);
  if (!date) {
    fault(looks_like_date(*text)
              ? fmt::format("the date {} does not exist (or lies outside 1900 to 2199)", *text)
              : fmt::format("'{}' is no date: expected 'YYYY-MM-DD'", *text));
  }
  return date;
}

std::optional<TimeOfDay> JsonValue::time() const {
  const auto* text = json_->get_ptr<const std::string*>();
  if (text == nullptr) {
    expected("a time of day as text, 'HH:MM'");
    return std::nullopt;
  }
  auto time = TimeOfDay::parse(*text);
  if (!time) fault(fmt::format("'{}' is no time of day: expected '00:00' to '23:59'", *text));
  return time;
}

std::optional<std::size_t> JsonValue::one_of(const std::vector<std::string_view>& names) const {
  const auto* text = json_->get_ptr<const std::string*>();
  if (text == nullptr) {
    expected(listed(names));
    return std::nullopt;
  }
  auto found = std::find(names.begin(), names.end(), *text);
  if (found == names.end()) {
    fault(fmt::format("'{}' is not one of {}{}", *text, listed(names), suggestion(*text, names)));
    return std::nullopt;
  }
  return static_cast<std::size_t>(found - names.begin());
}

std::vector<JsonValue> JsonValue::items(std::size_t most) const {
  std::vector<JsonValue> result;
  if (!json_->is_array()) {
    expected("a list");
    return result;
  }
  if (json_->size() > most)
    fault(fmt::format("{} entries; at most {} are allowed", json_->size(), most));
  for (std::size_t i = 0; i < std::min(json_->size(), most); ++i) {
    result.emplace_back((*json_)[i], pointer_to(pointer_, i), *faults_);
  }
  return result;
}

std::vector<std::pair<std::string, JsonValue>> JsonValue::entries() const {
  std::vector<std::pair<std::string, JsonValue>> result;
  if (!json_->is_object()) {
    expected("an object");
    return result;
  }
  for (const auto& [key, value] : json_->items()) {
    result.emplace_back(key, JsonValue(value, pointer_to(pointer_, key), *faults_));
  }
  return result;
}

ObjectReader::ObjectReader(JsonValue value) : value_(std::move(value)) {
  if (!value_.is_object()) value_.expected("an object");
}

ObjectReader::~ObjectReader() {
  if (ignore_others_ || !value_.is_object()) return;
  for (const auto& [name, value] : value_.json_->items()) {
    if (std::find(asked_.begin(), asked_.end(), name) != asked_.end()) continue;
    value_.faults().add(pointer(name),
                        fmt::format("unknown field '{}'{}", name, suggestion(name, asked_)));
  }
}

std::optional<JsonValue> ObjectReader::field(std::string_view name, Presence presence) {
  asked_.push_back(name);
  if (!value_.is_object()) return std::nullopt;
  bool required = presence == Presence::required || presence == Presence::required_or_null;
  bool may_be_null =
      presence == Presence::required_or_null || presence == Presence::optional_or_null;
  auto found = value_.json_->find(name);
  if (found == value_.json_->end()) {
    if (required) value_.fault(fmt::format("field '{}' is missing", name));
    return std::nullopt;
  }
  if (found->is_null() && may_be_null) return std::nullopt;
  return JsonValue(*found, pointer(name), value_.faults());
}

std::string ObjectReader::text(std::string_view name, Presence presence, const TextRule& rule) {
  auto value = field(name, presence);
  return value ? value->text(rule).value_or("") : "";
}

std::vector<std::string> ObjectReader::texts(std::string_view name, Presence presence,
                                             const TextRule& rule, std::size_t most) {
  std::vector<std::string> result;
  for (const auto& item : items(name, presence, most))
    result.push_back(item.text(rule).value_or(""));
  return result;
}

std::optional<std::int64_t> ObjectReader::whole(std::string_view name, Presence presence,
                                                WholeRange range) {
  auto value = field(name, presence);
  return value ? value->whole(range) : std::nullopt;
}

int ObjectReader::small(std::string_view name, int otherwise, int least, int most) {
  return static_cast<int>(whole(name, Presence::optional, {least, most}).value_or(otherwise));
}

std::optional<double> ObjectReader::number(std::string_view name, Presence presence) {
  auto value = field(name, presence);
  return value ? value->number() : std::nullopt;
}

bool ObjectReader::flag(std::string_view name, Presence presence, bool otherwise) {
  auto value = field(name, presence);
  return value ? value->flag().value_or(otherwise) : otherwise;
}

std::optional<LocalDate> ObjectReader::date(std::string_view name, Presence presence) {
  auto value = field(name, presence);
  return value ? value->date() : std::nullopt;
}

std::optional<TimeOfDay> ObjectReader::time(std::string_view name, Presence presence) {
  auto value = field(name, presence);
  return value ? value->time() : std::nullopt;
}

std::vector<JsonValue> ObjectReader::items(std::string_view name, Presence presence,
                                           std::size_t most) {
  auto value = field(name, presence);
  return value ? value->items(most) : std::vector<JsonValue>{};
}

std::optional<std::size_t> ObjectReader::one_of(std::string_view name, Presence presence,
                                                const std::vector<std::string_view>& names) {
  auto value = field(name, presence);
  return value ? value->one_of(names) : std::nullopt;
}

}  // namespace dondoc
