// Values to JSON and back. Each struct lists its fields once, in `describe(archive, value)`
// (engine/codec/describe_*.h); the same list writes (WriteArchive) and reads (ReadArchive). To store a new field, add
// one line there.
//
//   always(name, v)           written even when empty; its absence is a fault
//   field(name, v)            left out when empty, zero or false; absent reads as that
//   field(name, v, standard)  left out when equal to `standard`; absent reads as `standard`
//   expect(true, name, what)  a bound that what is read must keep; writing does not look at it
//
// The standard is part of the format: it stays when the struct's own default changes. Fields nobody asks for are
// ignored, so that an older program reads what a newer one wrote.
#pragma once

#include <concepts>
#include <type_traits>

#include "engine/codec/read_archive.h"
#include "engine/codec/write_archive.h"

namespace dondoc {

/// One of these types, const or not: how `describe` names what it describes.
template <class T, class... Of>
concept Is = (std::same_as<std::remove_const_t<T>, Of> || ...);

}  // namespace dondoc
