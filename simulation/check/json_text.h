// JSON as the watches read it: by a library alone, without the engine's codecs, which are among what is watched. One
// thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/time/time.h"

namespace dondoc::simulation {

/// A value of a text: the library's own, whose header is too large to come with this one.
struct Json {
  alignas(std::size_t) std::array<std::byte, 2 * sizeof(std::size_t)> element;
};

/// Texts that are looked at side by side.
class JsonTexts {
 public:
  JsonTexts();
  ~JsonTexts();
  /// None when it is no JSON; stands until `forget`.
  std::optional<Json> read(std::string_view text);
  void forget();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// A field of an object by its name. Where there is none, or one of another type: `otherwise`, nothing, an empty list.
bool has(Json object, std::string_view name);
std::string text_in(Json object, std::string_view name, std::string_view otherwise = {});
bool flag_in(Json object, std::string_view name);
std::int64_t whole_in(Json object, std::string_view name, std::int64_t otherwise = 0);
/// For bits: the highest too.
std::uint64_t natural_in(Json object, std::string_view name);
std::optional<LocalDate> date_in(Json object, std::string_view name);
std::optional<Instant> instant_in(Json object, std::string_view name);
std::optional<double> number_in(Json object, std::string_view name);
std::vector<Json> list_in(Json object, std::string_view name);
std::optional<Json> object_in(Json object, std::string_view name);
/// An element of a list that is a text; empty when it is none.
std::string text_of(Json element);

}  // namespace dondoc::simulation
