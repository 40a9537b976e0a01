// Persons and units by the names people call them: "chị Hoa", "đ/c Minh", "xã Bà Điểm", "Bà Điểm".
// Compared without diacritics and capitals; the longest match counts, and all that match it are
// given. Engine's thread only.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "bots/talk/said.h"
#include "engine/command/decide.h"

namespace dondoc::talk {

/// Active persons of a unit whose name ends with the words at the start of `text`; forms of address
/// are passed over.
std::vector<const Person*> persons_called(const World& world, std::string_view unit,
                                          std::string_view text);

/// Units, `admits` allowing, whose name or short name ends with the words at the start of `text`.
template <typename Admits>
std::vector<const Unit*> units_called(const World& world, std::string_view text, Admits admits);

/// Units, `admits` allowing, that `text` names anywhere by two words or more: "gia hạn cho xã Bà
/// Điểm đến 27/11".
template <typename Admits>
std::vector<std::string> units_mentioned(const World& world, const Utterance& text, Admits admits);

/// How many words from `at` on are the last words of the name or short name of a unit, the most of
/// any; 0 when none.
std::size_t words_of_unit(const World& world, const Utterance& text, std::size_t at);

/// The units that `count` words from `at` on may mean.
const UnitNames::Ids& units_at(const World& world, const Utterance& text, std::size_t at,
                               std::size_t count);

// --- Inline ---

template <typename Admits>
std::vector<const Unit*> units_called(const World& world, std::string_view text, Admits admits) {
  const Utterance spoken(text);
  std::vector<const Unit*> found;
  for (auto count = words_of_unit(world, spoken, 0); count > 0 && found.empty(); --count) {
    for (const std::string& id : units_at(world, spoken, 0, count)) {
      const Unit* unit = world.office.directory.unit(id);
      if (admits(*unit)) found.push_back(unit);
    }
  }
  return found;
}

template <typename Admits>
std::vector<std::string> units_mentioned(const World& world, const Utterance& text, Admits admits) {
  constexpr std::size_t k_words_least = 2;
  std::vector<std::string> mentioned;
  const auto add = [&](const std::string& id) {
    const bool is_new = std::find(mentioned.begin(), mentioned.end(), id) == mentioned.end();
    if (is_new && admits(*world.office.directory.unit(id))) mentioned.push_back(id);
  };
  for (std::size_t at = 0; at + k_words_least <= text.size(); ++at) {
    for (auto count = words_of_unit(world, text, at); count >= k_words_least; --count) {
      for (const std::string& id : units_at(world, text, at, count)) add(id);
    }
  }
  return mentioned;
}

}  // namespace dondoc::talk
