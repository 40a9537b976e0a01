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

template <typename Admits>
std::vector<std::string> units_mentioned(const World& world, const Utterance& text, Admits admits) {
  constexpr std::size_t k_words_least = 2;
  std::vector<std::string> mentioned;
  for (std::size_t at = 0; at + k_words_least <= text.size(); ++at) {
    const std::string tail = text.typed_from(at);
    for (const auto& [id, unit] : world.office.directory.units()) {
      const bool is_named = words_called(tail, unit.name) >= k_words_least ||
                            words_called(tail, unit.short_name) >= k_words_least;
      const bool is_new = std::find(mentioned.begin(), mentioned.end(), id) == mentioned.end();
      if (is_named && is_new && admits(unit)) mentioned.push_back(id);
    }
  }
  return mentioned;
}

}  // namespace dondoc::talk
