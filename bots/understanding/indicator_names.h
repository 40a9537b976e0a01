// Names of indicators in a text: the longest phrase of a table at a place. Pure; safe from any
// thread.
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "bots/understanding/indicator_words.h"
#include "bots/understanding/utterance.h"

namespace dondoc::understanding {

inline constexpr std::size_t k_noun_words = 5;  ///< of the longest phrase

/// Short nouns that are other words with other diacritics: "tờ" is counted, "tổ" and "tô" are not.
bool is_noun_as_typed(const Utterance& text, std::size_t at);

/// Phrases of a table by their words, so that the longest at a place is found without a walk.
class Names {
 public:
  explicit Names(std::span<const IndicatorName> names) {
    for (const IndicatorName& one : names) slugs_.emplace(std::string(one.phrase), one.slug);
  }

  struct Found {
    std::string_view slug;
    std::size_t length = 0;
  };

  /// The longest phrase that begins at word `at`.
  Found at(const Utterance& text, std::size_t at) const {
    Found best;
    std::string phrase;
    for (std::size_t n = 1; n <= k_noun_words && at + n <= text.size(); ++n) {
      if (n > 1 && text.words()[at + n - 2].mark != 0) break;
      if (n > 1) phrase += ' ';
      phrase += text.folded(at + n - 1);
      if (n == 1 && !is_noun_as_typed(text, at)) continue;
      if (auto found = slugs_.find(phrase); found != slugs_.end()) best = {found->second, n};
    }
    return best;
  }

  /// The longest phrase that ends before word `end`.
  Found before(const Utterance& text, std::size_t end) const {
    for (std::size_t n = std::min(k_noun_words, end); n > 0; --n) {
      const Found found = at(text, end - n);
      if (found.length == n) return found;
    }
    return {};
  }

 private:
  std::unordered_map<std::string, std::string_view> slugs_;
};

const Names& nouns();   ///< what is counted
const Names& money();   ///< what money was for
const Names& shares();  ///< what a share is of

}  // namespace dondoc::understanding
