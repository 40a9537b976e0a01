// Enums that stand by name in data files, with the names they also have in the log
// (engine/codec/enum_names.h).
#pragma once

#include "engine/codec/enum_names.h"
#include "engine/codec/json_reader.h"

namespace dondoc {

/// The enum a field names; none when it is absent, no text, or no such name: the fault lists them
/// all.
template <NamedEnum E>
std::optional<E> read_enum(ObjectReader& object, std::string_view name, Presence presence) {
  static const std::vector<std::string_view> names(k_names<E>.begin(), k_names<E>.end());
  auto place = object.one_of(name, presence, names);
  return place ? std::optional<E>(static_cast<E>(*place)) : std::nullopt;
}

}  // namespace dondoc
