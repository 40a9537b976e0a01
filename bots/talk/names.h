// Persons and units by the names people call them: "chị Hoa", "đ/c Minh", "xã Bà Điểm", "Bà Điểm".
// Compared without diacritics and capitals; the longest match counts, and all that match it are
// given. Engine's thread only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/command/decide.h"

namespace dondoc::talk {

/// Active persons of a unit whose name ends with the words at the start of `text`; forms of address
/// are passed over.
std::vector<const Person*> persons_called(const World& world, std::string_view unit,
                                          std::string_view text);

/// Units, `admits` allowing, whose name or short name ends with the words at the start of `text`.
template <typename Admits>
std::vector<const Unit*> units_called(const World& world, std::string_view text, Admits admits);

/// How many words at the start of `text` are the last words of `name`; 0 when none.
std::size_t words_called(std::string_view text, std::string_view name);

// --- Inline ---

template <typename Admits>
std::vector<const Unit*> units_called(const World& world, std::string_view text, Admits admits) {
  std::vector<const Unit*> found;
  std::size_t longest = 1;
  for (const auto& [id, unit] : world.office.directory.units()) {
    if (!admits(unit)) continue;
    const std::size_t length =
        std::max(words_called(text, unit.name), words_called(text, unit.short_name));
    if (length < longest || length == 0) continue;
    if (length > longest) found.clear();
    longest = length;
    found.push_back(&unit);
  }
  return found;
}

}  // namespace dondoc::talk
