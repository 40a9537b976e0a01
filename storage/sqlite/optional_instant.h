// A time that may be absent, as a column that may be NULL. Internal to storage/sqlite; include
// SQLiteCpp before use.
#pragma once

#include <optional>

#include "engine/time/time.h"

namespace dondoc::sqlite {

template <class Statement>
void bind_instant(Statement& statement, int place, const std::optional<Instant>& at) {
  if (at) {
    statement.bind(place, at->ms);
  } else {
    statement.bind(place);
  }
}

template <class Statement>
std::optional<Instant> instant_in(Statement& statement, int column) {
  const auto value = statement.getColumn(column);
  return value.isNull() ? std::nullopt : std::optional(Instant{value.getInt64()});
}

}  // namespace dondoc::sqlite
