// The writing half of engine/codec/archive.h. Owned by one thread.
#pragma once

#include <concepts>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "engine/check.h"
#include "engine/codec/enum_names.h"
#include "engine/codec/json_writer.h"

namespace dondoc {

/// Writes the fields of one object, straight to text.
class WriteArchive {
 public:
  explicit WriteArchive(JsonWriter& json) : json_(json) {}

  template <class T>
  void always(std::string_view name, const T& value) {
    json_.key(name);
    write(value);
  }
  template <class T>
  void field(std::string_view name, const T& value) {
    if (!is_empty(value)) always(name, value);
  }
  template <class T>
  void field(std::string_view name, const T& value, const std::type_identity_t<T>& standard) {
    if (value != standard) always(name, value);
  }
  /// Absent, null and a value are three different things: `stated` tells absent from null.
  template <class T>
  void nullable(std::string_view name, const bool& stated, const std::optional<T>& value) {
    if (stated) always(name, value);
  }
  /// Which alternative `value` holds; its fields are described separately.
  template <class... Ts>
  void alternative(std::string_view name, const std::variant<Ts...>& value, const Names<sizeof...(Ts)>& names) {
    json_.key(name);
    json_.text(names[value.index()]);
  }
  void expect(bool, std::string_view, std::string_view) {}

  template <class T>
  void object(const T& value) {
    json_.open_object();
    describe(*this, value);
    json_.close_object();
  }

 private:
  static bool is_empty(const std::string& value) { return value.empty(); }
  static bool is_empty(Instant value) { return value.ms == 0; }
  static bool is_empty(std::integral auto value) { return !value; }
  template <class T>
  static bool is_empty(const std::optional<T>& value) { return !value; }
  template <class T>
  static bool is_empty(const std::vector<T>& value) { return value.empty(); }
  template <class T>
  static bool is_empty(const std::map<std::string, T>& value) { return value.empty(); }

  void write(const std::string& value) { json_.text(value); }
  void write(bool value) { json_.flag(value); }
  void write(int value) { json_.whole(value); }
  void write(std::int64_t value) { json_.whole(value); }
  void write(std::uint64_t value) { json_.natural(value); }
  void write(double value) { json_.decimal(value); }
  void write(Instant value) { json_.whole(value.ms); }
  void write(LocalDate value) { json_.date(value); }
  void write(TimeOfDay value) { json_.text(value.text()); }
  void write(CalendarDays value) { json_.whole(value.count); }
  void write(WorkingDays value) { json_.whole(value.count); }
  void write(const FigureValue& value) {
    std::visit([this](const auto& held) { write(held); }, value);
  }
  template <NamedEnum E>
  void write(const E& value) {
    auto place = static_cast<std::size_t>(value);
    CHECK(place < k_names<E>.size());
    json_.text(k_names<E>[place]);
  }
  template <class T>
  void write(const std::optional<T>& value) {
    if (value) {
      write(*value);
    } else {
      json_.null();
    }
  }
  template <class T>
  void write(const std::vector<T>& values) {
    json_.open_array();
    for (const T& value : values) write(value);
    json_.close_array();
  }
  template <class T>
  void write(const std::map<std::string, T>& values) {
    json_.open_object();
    for (const auto& [key, value] : values) {
      json_.free_key(key);
      write(value);
    }
    json_.close_object();
  }
  template <class T>
  void write(const T& value) { object(value); }

  JsonWriter& json_;
};

template <class T>
void write_stored(std::string& out, const T& value) {
  JsonWriter json(out);
  WriteArchive(json).object(value);
}

}  // namespace dondoc
