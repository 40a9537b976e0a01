#include "simulation/check/json_text.h"

#include <simdjson.h>

#include <bit>
#include <deque>

namespace dondoc::simulation {
namespace {

using Element = simdjson::dom::element;

Element element_of(Json json) { return std::bit_cast<Element>(json); }
Json json_of(Element element) { return std::bit_cast<Json>(element); }

template <class Value>
std::optional<Value> value_in(Json object, std::string_view name) {
  Value value{};
  if (element_of(object)[name].get(value) != simdjson::SUCCESS) return std::nullopt;
  return value;
}

}  // namespace

struct JsonTexts::State {
  simdjson::dom::parser parser;
  std::string padded;
  std::deque<simdjson::dom::document> documents;
  std::size_t used = 0;
};

JsonTexts::JsonTexts() : state_(std::make_unique<State>()) {}
JsonTexts::~JsonTexts() = default;

void JsonTexts::forget() { state_->used = 0; }

std::optional<Json> JsonTexts::read(std::string_view text) {
  State& own = *state_;
  own.padded.assign(text).append(simdjson::SIMDJSON_PADDING, '\0');
  if (own.used == own.documents.size()) own.documents.emplace_back();
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(own.padded.data());
  Element root;
  auto& document = own.documents[own.used];
  if (own.parser.parse_into_document(document, bytes, text.size(), false).get(root) !=
      simdjson::SUCCESS)
    return std::nullopt;
  ++own.used;
  return json_of(root);
}

bool has(Json object, std::string_view name) { return value_in<Element>(object, name).has_value(); }

std::string text_in(Json object, std::string_view name, std::string_view otherwise) {
  return std::string(value_in<std::string_view>(object, name).value_or(otherwise));
}

bool flag_in(Json object, std::string_view name) {
  return value_in<bool>(object, name).value_or(false);
}

std::int64_t whole_in(Json object, std::string_view name, std::int64_t otherwise) {
  return value_in<std::int64_t>(object, name).value_or(otherwise);
}

std::uint64_t natural_in(Json object, std::string_view name) {
  return value_in<std::uint64_t>(object, name).value_or(0);
}

std::optional<LocalDate> date_in(Json object, std::string_view name) {
  const auto text = value_in<std::string_view>(object, name);
  return text ? LocalDate::parse(*text) : std::nullopt;
}

std::optional<Instant> instant_in(Json object, std::string_view name) {
  const auto ms = value_in<std::int64_t>(object, name);
  return ms ? std::optional<Instant>(Instant{*ms}) : std::nullopt;
}

std::optional<double> number_in(Json object, std::string_view name) {
  return value_in<double>(object, name);
}

std::vector<Json> list_in(Json object, std::string_view name) {
  std::vector<Json> all;
  const auto list = value_in<simdjson::dom::array>(object, name);
  if (!list) return all;
  for (const Element element : *list) all.push_back(json_of(element));
  return all;
}

std::optional<Json> object_in(Json object, std::string_view name) {
  const auto found = value_in<Element>(object, name);
  return found && found->is_object() ? std::optional<Json>(json_of(*found)) : std::nullopt;
}

std::string text_of(Json element) {
  std::string_view text;
  return element_of(element).get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}

}  // namespace dondoc::simulation
