// Names of indicators in a text: the longest phrase of a table at a place. Pure; safe from any
// thread.
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <string_view>

#include "bots/understanding/indicator_words.h"
#include "bots/understanding/utterance.h"
#include "bots/understanding/word_key.h"

namespace dondoc::understanding {

inline constexpr std::size_t k_noun_words = 5;  ///< of the longest phrase

/// Short nouns that are other words with other diacritics: "tờ" is counted, "tổ" and "tô" are not.
bool is_noun_as_typed(const Utterance& text, std::size_t at);

/// Phrases of a table by their words, so that the longest at a place is found without a walk.
class Names {
 public:
  explicit Names(std::span<const IndicatorName> names);

  struct Found {
    std::string_view slug;
    std::size_t length = 0;
  };

  /// The longest phrase that begins at word `at`.
  Found at(const Utterance& text, std::size_t at) const;

  /// The longest phrase that ends before word `end`.
  Found before(const Utterance& text, std::size_t end) const {
    for (std::size_t n = std::min(k_noun_words, end); n > 0; --n) {
      const Found found = at(text, end - n);
      if (found.length == n) return found;
    }
    return {};
  }

 private:
  WordFilter begins_;
  WordTable<std::string_view> slugs_;  ///< by the keys of their words, joined
};

const Names& nouns();   ///< what is counted
const Names& money();   ///< what money was for
const Names& shares();  ///< what a share is of

}  // namespace dondoc::understanding
