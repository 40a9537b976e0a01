#include "engine/codec/read_archive.h"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "engine/limits.h"

namespace dondoc {
namespace {

using nlohmann::json;

/// A plan's document is stored inside a JSON text, where each quote and line break takes two bytes.
constexpr std::size_t k_stored_bytes = 4 * limits::file_bytes;
constexpr std::size_t k_shown_bytes = 40;  ///< of a wrong name, in an error

std::string path_of(const Place& place) {
  std::string path = place.up == nullptr ? "" : path_of(*place.up) + ".";
  path += place.name;
  if (place.index != Place::k_whole_field) path += fmt::format("[{}]", place.index);
  return path;
}

}  // namespace

void ReadProblem::note(const Place& place, std::string_view what) {
  if (any()) return;
  auto path = path_of(place);
  text_ = path.empty() ? std::string(what) : fmt::format("{}: {}", path, what);
}

ReadArchive::ReadArchive(const Json& object, const Place* place, int depth, ReadProblem& problem)
    : object_(object), place_(place), depth_(depth), problem_(problem) {
  Place here = place == nullptr ? Place{} : *place;
  if (!object.is_object()) problem_.note(here, "expected an object");
  if (static_cast<std::size_t>(depth) > limits::json_depth) problem_.note(here, "nested too deep");
}

const json* ReadArchive::member(std::string_view name) const {
  if (!object_.is_object()) return nullptr;
  auto found = object_.find(name);
  return found == object_.end() ? nullptr : &*found;
}

bool ReadArchive::is_null(const Json& from) { return from.is_null(); }

std::size_t ReadArchive::elements(const Json& from, const Place& place) {
  if (from.is_array()) return from.size();
  problem_.note(place, "expected a list");
  return 0;
}

const json& ReadArchive::element(const Json& from, std::size_t index) { return from[index]; }

std::vector<std::pair<std::string_view, const json*>> ReadArchive::members(const Json& from, const Place& place) {
  std::vector<std::pair<std::string_view, const json*>> all;
  if (!from.is_object()) problem_.note(place, "expected an object");
  if (!from.is_object()) return all;
  for (auto member = from.begin(); member != from.end(); ++member) all.emplace_back(member.key(), &member.value());
  return all;
}

std::size_t ReadArchive::one_of(const Json& from, const std::string_view* names, std::size_t count,
                                const Place& place) {
  const auto* text = from.get_ptr<const json::string_t*>();
  for (std::size_t i = 0; text != nullptr && i < count; ++i) {
    if (names[i] == *text) return i;
  }
  problem_.note(place, text == nullptr ? "expected a name" : "unknown name '" + text->substr(0, k_shown_bytes) + "'");
  return 0;
}

void ReadArchive::read(const Json& from, std::string& to, const Place& place) {
  if (const auto* text = from.get_ptr<const json::string_t*>()) {
    to = *text;
  } else {
    problem_.note(place, "expected a text");
  }
}

void ReadArchive::read(const Json& from, bool& to, const Place& place) {
  if (const auto* flag = from.get_ptr<const json::boolean_t*>()) {
    to = *flag;
  } else {
    problem_.note(place, "expected true or false");
  }
}

void ReadArchive::read(const Json& from, std::int64_t& to, const Place& place) {
  // A number without a sign is kept as unsigned.
  const auto* natural = from.get_ptr<const json::number_unsigned_t*>();
  if (natural == nullptr && from.is_number_integer()) {
    to = *from.get_ptr<const json::number_integer_t*>();
  } else if (natural != nullptr && std::in_range<std::int64_t>(*natural)) {
    to = static_cast<std::int64_t>(*natural);
  } else {
    problem_.note(place, natural != nullptr ? "number too large" : "expected a whole number");
  }
}

void ReadArchive::read(const Json& from, std::uint64_t& to, const Place& place) {
  if (const auto* natural = from.get_ptr<const json::number_unsigned_t*>()) {
    to = *natural;
  } else {
    problem_.note(place, "expected a whole number, not negative");
  }
}

void ReadArchive::read(const Json& from, int& to, const Place& place) {
  std::int64_t wide = 0;
  read(from, wide, place);
  if (std::in_range<int>(wide)) {
    to = static_cast<int>(wide);
  } else {
    problem_.note(place, "number too large");
  }
}

void ReadArchive::read(const Json& from, double& to, const Place& place) {
  if (from.is_number()) {
    to = from.get<double>();
  } else if (from.is_null()) {
    to = std::nan("");
  } else {
    problem_.note(place, "expected a number");
  }
}

void ReadArchive::read(const Json& from, LocalDate& to, const Place& place) {
  const auto* text = from.get_ptr<const json::string_t*>();
  auto date = text == nullptr ? std::nullopt : LocalDate::parse(*text);
  if (!date) return problem_.note(place, "expected a date YYYY-MM-DD");
  to = *date;
}

void ReadArchive::read(const Json& from, TimeOfDay& to, const Place& place) {
  const auto* text = from.get_ptr<const json::string_t*>();
  auto time = text == nullptr ? std::nullopt : TimeOfDay::parse(*text);
  if (!time) return problem_.note(place, "expected a time HH:MM");
  to = *time;
}

void ReadArchive::read(const Json& from, FigureValue& to, const Place& place) {
  if (const auto* text = from.get_ptr<const json::string_t*>()) {
    to = *text;
  } else if (from.is_number_integer()) {
    read(from, to.emplace<std::int64_t>(), place);
  } else if (from.is_number() || from.is_null()) {
    read(from, to.emplace<double>(), place);
  } else {
    problem_.note(place, "expected a number or a text");
  }
}

StoredJson::StoredJson() : root_(std::make_unique<json>()) {}
StoredJson::StoredJson(StoredJson&& other) noexcept = default;
StoredJson& StoredJson::operator=(StoredJson&& other) noexcept = default;
StoredJson::~StoredJson() = default;

Result<StoredJson> StoredJson::parse(std::string_view text, std::string_view what) {
  if (text.size() > k_stored_bytes) return failure(ErrorKind::corrupt, fmt::format("{}: too large", what));
  StoredJson stored;
  *stored.root_ = json::parse(text.begin(), text.end(), nullptr, false);
  if (stored.root_->is_discarded()) return failure(ErrorKind::corrupt, fmt::format("{}: not valid JSON", what));
  return stored;
}

}  // namespace dondoc
