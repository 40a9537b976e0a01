// Reads a checked JSON tree into values and collects every fault with its pointer instead of
// stopping at the first. What cannot be read comes back as nothing (or empty), so that the rest of
// the file is still looked at. No exception leaves this reader. Handles point into a JsonDocument
// and must not outlive it; one thread.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/codec/faults.h"
#include "engine/codec/json_document.h"
#include "engine/codec/text_rules.h"
#include "engine/time/time.h"

namespace dondoc {

/// Both ends included.
struct WholeRange {
  std::int64_t least = std::numeric_limits<std::int64_t>::min();
  std::int64_t most = std::numeric_limits<std::int64_t>::max();
};

/// A name in a file and what it stands for.
template <typename E>
using Choice = std::pair<std::string_view, E>;

/// One value of a document and where it stands.
class JsonValue {
 public:
  JsonValue(const nlohmann::json& json, std::string pointer, Faults& faults)
      : json_(&json), pointer_(std::move(pointer)), faults_(&faults) {}
  static JsonValue root(const JsonDocument& document, Faults& faults) {
    return {document.root(), "", faults};
  }

  const std::string& pointer() const { return pointer_; }
  Faults& faults() const { return *faults_; }
  void fault(std::string message) const { faults_->add(pointer_, std::move(message)); }

  bool is_null() const;
  bool is_object() const;
  bool is_list() const;

  // Each reports a value of another type and then gives nothing. One that is out of range or shape
  // is reported and given all the same: whatever refers to it is then not reported as well.
  std::optional<std::string> text(const TextRule& rule) const;
  std::optional<std::int64_t> whole(WholeRange range) const;
  std::optional<double> number() const;
  std::optional<bool> flag() const;
  std::optional<LocalDate> date() const;
  std::optional<TimeOfDay> time() const;
  /// Place in `names`; anything else is a fault that lists them.
  std::optional<std::size_t> one_of(const std::vector<std::string_view>& names) const;
  /// Elements of an array, at most `most`.
  std::vector<JsonValue> items(std::size_t most) const;
  /// Members of an object that is a map, in order of key.
  std::vector<std::pair<std::string, JsonValue>> entries() const;

 private:
  friend class ObjectReader;
  void expected(std::string_view what) const;

  const nlohmann::json* json_;
  std::string pointer_;
  Faults* faults_;
};

enum class Presence {
  required,
  required_or_null,  ///< the field must stand there and may be null
  optional,
  optional_or_null,
};

/// Reads the fields of one object. Fields that nobody asked for are reported when it goes out of
/// scope. A value that is no object is reported once; all its fields are then absent without
/// further faults.
class ObjectReader {
 public:
  explicit ObjectReader(JsonValue value);
  ObjectReader(const ObjectReader&) = delete;
  ObjectReader& operator=(const ObjectReader&) = delete;
  ~ObjectReader();

  const JsonValue& value() const { return value_; }
  std::string pointer(std::string_view name) const { return pointer_to(value_.pointer(), name); }
  /// The object is of an unknown kind, so its other fields cannot be judged.
  void ignore_others() { ignore_others_ = true; }

  /// None when absent or null; absence of a required field is a fault.
  std::optional<JsonValue> field(std::string_view name, Presence presence);

  // The same, read; empty, nothing or `otherwise` when absent or unreadable.
  std::string text(std::string_view name, Presence presence, const TextRule& rule);
  std::vector<std::string> texts(std::string_view name, Presence presence, const TextRule& rule,
                                 std::size_t most);
  std::optional<std::int64_t> whole(std::string_view name, Presence presence, WholeRange range);
  int small(std::string_view name, int otherwise, int least, int most);
  std::optional<double> number(std::string_view name, Presence presence);
  bool flag(std::string_view name, Presence presence, bool otherwise = false);
  std::optional<LocalDate> date(std::string_view name, Presence presence);
  std::optional<TimeOfDay> time(std::string_view name, Presence presence);
  std::vector<JsonValue> items(std::string_view name, Presence presence, std::size_t most);

  template <typename E, std::size_t N>
  std::optional<E> choice(std::string_view name, Presence presence,
                          const std::array<Choice<E>, N>& choices) {
    std::vector<std::string_view> names;
    names.reserve(N);
    for (const auto& [text, meaning] : choices) names.push_back(text);
    auto place = one_of(name, presence, names);
    return place ? std::optional<E>(choices[*place].second) : std::nullopt;
  }
  std::optional<std::size_t> one_of(std::string_view name, Presence presence,
                                    const std::vector<std::string_view>& names);

 private:
  JsonValue value_;
  std::vector<std::string_view> asked_;
  bool ignore_others_ = false;
};

/// Faults so far; tells afterwards whether any was added.
class FaultMark {
 public:
  explicit FaultMark(const Faults& faults) : faults_(faults), before_(faults.count()) {}
  bool clean() const { return faults_.count() == before_; }

 private:
  const Faults& faults_;
  std::size_t before_;
};

}  // namespace dondoc
