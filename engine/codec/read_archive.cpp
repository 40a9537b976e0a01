#include "engine/codec/read_archive.h"

#include <fmt/format.h>

#include <cmath>

#include "engine/limits.h"

namespace dondoc {
namespace {

constexpr std::size_t k_shown_bytes = 40;  ///< of a wrong name, in an error

/// One of 64 bits that stand for a name; several names may share one.
std::uint64_t mark_of(std::string_view name) {
  if (name.empty()) return 1;
  const auto letter = [](char c) { return static_cast<unsigned char>(c); };
  return std::uint64_t{1} << ((7 * name.size() + 3U * letter(name.front()) + letter(name.back())) % 64);
}

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
    : place_(place), depth_(depth), problem_(problem) {
  Place here = place == nullptr ? Place{} : *place;
  if (!object.is_object()) problem_.note(here, "expected an object");
  if (static_cast<std::size_t>(depth) > limits::json_depth) problem_.note(here, "nested too deep");
  if (!object.is_object()) return;
  first_ = next_ = object.first();
  end_ = object.end();
  for (const Json* member = first_; member != end_; member = member->next()) marks_ |= mark_of(member->key);
}

const StoredValue* ReadArchive::member(std::string_view name) {
  if ((marks_ & mark_of(name)) == 0) return nullptr;
  const Json* found = with_key(next_, end_, name);
  if (found == nullptr) found = with_key(first_, next_, name);
  if (found != nullptr) next_ = found->next();
  return found;
}

std::size_t ReadArchive::elements(const Json& from, const Place& place) {
  if (from.is_list()) return from.count;
  problem_.note(place, "expected a list");
  return 0;
}

std::vector<std::pair<std::string_view, const StoredValue*>> ReadArchive::members(const Json& from,
                                                                                 const Place& place) {
  std::vector<std::pair<std::string_view, const Json*>> all;
  if (!from.is_object()) problem_.note(place, "expected an object");
  if (!from.is_object()) return all;
  for (const Json* member = from.first(); member != from.end(); member = member->next())
    all.emplace_back(member->key, member);
  return all;
}

std::size_t ReadArchive::one_of(const Json& from, const std::string_view* names, std::size_t count,
                                const Place& place) {
  for (std::size_t i = 0; from.is_text() && i < count; ++i) {
    if (names[i] == from.text) return i;
  }
  problem_.note(place, from.is_text()
                           ? fmt::format("unknown name '{}'", from.text.substr(0, k_shown_bytes))
                           : "expected a name");
  return 0;
}

void ReadArchive::read(const Json& from, std::string& to, const Place& place) {
  if (!from.is_text()) return problem_.note(place, "expected a text");
  to = from.text;
}

void ReadArchive::read(const Json& from, bool& to, const Place& place) {
  if (from.kind != Json::Kind::flag) return problem_.note(place, "expected true or false");
  to = from.flag;
}

void ReadArchive::read(const Json& from, std::int64_t& to, const Place& place) {
  if (from.kind == Json::Kind::natural) return problem_.note(place, "number too large");
  if (from.kind != Json::Kind::whole) return problem_.note(place, "expected a whole number");
  to = from.whole;
}

void ReadArchive::read(const Json& from, std::uint64_t& to, const Place& place) {
  if (from.kind == Json::Kind::natural) {
    to = from.natural;
  } else if (from.kind == Json::Kind::whole && from.whole >= 0) {
    to = static_cast<std::uint64_t>(from.whole);
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
  switch (from.kind) {
    case Json::Kind::decimal: to = from.decimal; break;
    case Json::Kind::whole: to = static_cast<double>(from.whole); break;
    case Json::Kind::natural: to = static_cast<double>(from.natural); break;
    case Json::Kind::null: to = std::nan(""); break;
    default: problem_.note(place, "expected a number");
  }
}

void ReadArchive::read(const Json& from, LocalDate& to, const Place& place) {
  auto date = from.is_text() ? LocalDate::parse(from.text) : std::nullopt;
  if (!date) return problem_.note(place, "expected a date YYYY-MM-DD");
  to = *date;
}

void ReadArchive::read(const Json& from, TimeOfDay& to, const Place& place) {
  auto time = from.is_text() ? TimeOfDay::parse(from.text) : std::nullopt;
  if (!time) return problem_.note(place, "expected a time HH:MM");
  to = *time;
}

void ReadArchive::read(const Json& from, FigureValue& to, const Place& place) {
  switch (from.kind) {
    case Json::Kind::text: to = std::string(from.text); break;
    case Json::Kind::whole:
    case Json::Kind::natural: read(from, to.emplace<std::int64_t>(), place); break;
    case Json::Kind::decimal:
    case Json::Kind::null: read(from, to.emplace<double>(), place); break;
    default: problem_.note(place, "expected a number or a text");
  }
}

}  // namespace dondoc
