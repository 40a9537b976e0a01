// The reading half of engine/codec/archive.h. No exception leaves this file. Owned by one thread.
#pragma once

#include <concepts>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "engine/codec/enum_names.h"
#include "engine/codec/stored_json.h"
#include "engine/result.h"

namespace dondoc {

/// Where a value stands: a field of `up`, or an element of that field. Lives on the stack while it is read.
struct Place {
  static constexpr std::size_t k_whole_field = std::numeric_limits<std::size_t>::max();
  const Place* up = nullptr;
  std::string_view name;
  std::size_t index = k_whole_field;
};

/// Keeps the first fault: "submissions[0].at: expected a whole number".
class ReadProblem {
 public:
  void note(const Place& place, std::string_view what);
  bool any() const { return !text_.empty(); }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

/// Reads one object. After a fault the values read are worthless; look at ReadProblem.
class ReadArchive {
 public:
  ReadArchive(const StoredValue& object, ReadProblem& problem) : ReadArchive(object, nullptr, 0, problem) {}

  template <class T>
  void always(std::string_view name, T& value) {
    if (!read_member(name, value)) problem_.note(Place{place_, name}, "missing");
  }
  template <class T>
  void field(std::string_view name, T& value) {
    if (!read_member(name, value)) value = T{};
  }
  template <class T>
  void field(std::string_view name, T& value, std::type_identity_t<T> standard) {
    if (!read_member(name, value)) value = std::move(standard);
  }
  template <class T>
  void nullable(std::string_view name, bool& stated, std::optional<T>& value) {
    value.reset();
    stated = read_member(name, value);
  }
  template <class... Ts>
  void alternative(std::string_view name, std::variant<Ts...>& value, const Names<sizeof...(Ts)>& names);
  void expect(bool holds, std::string_view name, std::string_view what) {
    if (!holds) problem_.note(Place{place_, name}, what);
  }

 private:
  using Json = StoredValue;

  ReadArchive(const Json& object, const Place* place, int depth, ReadProblem& problem);

  /// Null when there is none. Quick when the members are asked for in the order in which they stand.
  const Json* member(std::string_view name);
  /// 0 when it is no list: noted.
  std::size_t elements(const Json& from, const Place& place);
  /// Empty when it is no object: noted.
  std::vector<std::pair<std::string_view, const Json*>> members(const Json& from, const Place& place);
  /// Place in `names`; the first when it is none of them: noted.
  std::size_t one_of(const Json& from, const std::string_view* names, std::size_t count, const Place& place);

  void read(const Json& from, std::string& to, const Place& place);
  void read(const Json& from, bool& to, const Place& place);
  void read(const Json& from, std::int64_t& to, const Place& place);
  void read(const Json& from, std::uint64_t& to, const Place& place);
  void read(const Json& from, int& to, const Place& place);
  void read(const Json& from, double& to, const Place& place);
  void read(const Json& from, LocalDate& to, const Place& place);
  void read(const Json& from, TimeOfDay& to, const Place& place);
  void read(const Json& from, FigureValue& to, const Place& place);
  void read(const Json& from, Instant& to, const Place& place) { read(from, to.ms, place); }
  void read(const Json& from, CalendarDays& to, const Place& place) { read(from, to.count, place); }
  void read(const Json& from, WorkingDays& to, const Place& place) { read(from, to.count, place); }
  template <NamedEnum E>
  void read(const Json& from, E& to, const Place& place) {
    to = static_cast<E>(one_of(from, k_names<E>.data(), k_names<E>.size(), place));
  }
  template <class T>
  void read(const Json& from, std::optional<T>& to, const Place& place);
  template <class T>
  void read(const Json& from, std::vector<T>& to, const Place& place);
  template <class T>
  void read(const Json& from, std::map<std::string, T>& to, const Place& place);
  template <class T>
  void read(const Json& from, T& to, const Place& place) {
    ReadArchive inner(from, &place, depth_ + 1, problem_);
    if (!problem_.any()) describe(inner, to);
  }

  template <class T>
  bool read_member(std::string_view name, T& value) {
    const Json* from = member(name);
    if (from != nullptr) read(*from, value, Place{place_, name});
    return from != nullptr;
  }

  const Json* first_ = nullptr;  ///< its members; none when it is no object
  const Json* end_ = nullptr;
  const Json* next_ = nullptr;   ///< behind the one that was asked for last
  std::uint64_t marks_ = 0;      ///< of all names; one whose mark is not among them is not there
  const Place* place_;
  int depth_;
  ReadProblem& problem_;
};

/// `what` names the kind of thing in the error: "assignment".
template <class T>
Result<T> read_stored(std::string_view text, std::string_view what) {
  auto stored = StoredJson::parse(text, what);
  if (!stored) return tl::unexpected<Error>(std::move(stored.error()));
  T value{};
  ReadProblem problem;
  ReadArchive archive(stored->root(), problem);
  if (!problem.any()) describe(archive, value);
  if (problem.any()) return failure(ErrorKind::corrupt, std::string(what) + ": " + problem.text());
  return value;
}

// --- inline ---------------------------------------------------------------------------------------------------------

template <class... Ts>
void ReadArchive::alternative(std::string_view name, std::variant<Ts...>& value, const Names<sizeof...(Ts)>& names) {
  using Make = void (*)(std::variant<Ts...>&);
  static constexpr Make k_make[] = {[](std::variant<Ts...>& to) { to.template emplace<Ts>(); }...};
  Place place{place_, name};
  const Json* from = member(name);
  if (from == nullptr) return problem_.note(place, "missing");
  k_make[one_of(*from, names.data(), names.size(), place)](value);
}

/// For a decimal null is not "nothing" but a number that JSON cannot write.
template <class T>
void ReadArchive::read(const Json& from, std::optional<T>& to, const Place& place) {
  to.reset();
  if (!std::same_as<T, double> && from.kind == Json::Kind::null) return;
  read(from, to.emplace(), place);
}

template <class T>
void ReadArchive::read(const Json& from, std::vector<T>& to, const Place& place) {
  auto count = elements(from, place);
  to.clear();
  to.reserve(count);
  const Json* element = from.first();
  for (std::size_t i = 0; i < count && !problem_.any(); ++i, element = element->next()) {
    read(*element, to.emplace_back(), Place{place.up, place.name, i});
  }
}

template <class T>
void ReadArchive::read(const Json& from, std::map<std::string, T>& to, const Place& place) {
  to.clear();
  for (const auto& [key, value] : members(from, place)) read(*value, to[std::string(key)], Place{&place, key});
}

}  // namespace dondoc
