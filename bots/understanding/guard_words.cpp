#include "bots/understanding/guard_words.h"

#include <algorithm>
#include <numeric>

namespace dondoc::understanding {
namespace {

std::string_view take_until(std::string_view& rest, char mark) {
  const auto at = std::min(rest.find(mark), rest.size());
  const std::string_view part = rest.substr(0, at);
  rest.remove_prefix(std::min(at + 1, rest.size()));
  return part;
}

WordNumber number_of(WordTable<WordNumber>& numbers, std::string_view word) {
  const auto next = static_cast<WordNumber>(numbers.size() + 1);
  return numbers.emplace(key_of(word), next);
}

}  // namespace

KnownWord Phrases::add(std::string_view word) {
  const Spelling spelling = spelling_of(word);
  return {number_of(folded_, spelling.folded), number_of(keys_, spelling.key)};
}

Phrase Phrases::phrase_of(Sense sense, std::string_view text) {
  Phrase phrase{sense, 0, 0, static_cast<std::uint32_t>(words_.size())};
  for (; !text.empty(); ++phrase.length) words_.push_back(add(take_until(text, ' ')));
  if (phrase.length > 1) phrase.second = words_of(phrase)[1].folded;
  return phrase;
}

Phrases::Phrases(std::initializer_list<std::span<const PhraseRow>> tables) {
  for (const auto& table : tables) {
    for (const PhraseRow& row : table) {
      for (std::string_view rest = row.phrases; !rest.empty();) {
        phrases_.push_back(phrase_of(row.sense, take_until(rest, '|')));
      }
    }
  }
  const auto first = [&](const Phrase& phrase) { return words_of(phrase).front().folded; };
  std::stable_sort(phrases_.begin(), phrases_.end(),
                   [&](const Phrase& a, const Phrase& b) { return first(a) < first(b); });
  first_of_.resize(folded_.size() + 2);
  for (const Phrase& phrase : phrases_) ++first_of_[first(phrase) + 1U];
  std::partial_sum(first_of_.begin(), first_of_.end(), first_of_.begin());
}

KnownWord Phrases::known(std::string_view folded, std::string_view key) const {
  KnownWord word;
  const WordNumber* found = folded_.find(key_of(folded));
  if (found == nullptr) return word;
  word.folded = *found;
  if (key.empty()) return word;
  if (const WordNumber* exact = keys_.find(key_of(key))) word.key = *exact;
  return word;
}

const Phrases& guard_phrases() {
  static const Phrases k_phrases(
      {secret_words(), number_words(), person_words(), name_words(), list_words()});
  return k_phrases;
}

}  // namespace dondoc::understanding
