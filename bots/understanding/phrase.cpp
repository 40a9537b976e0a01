#include "bots/understanding/phrase.h"

#include <algorithm>

namespace dondoc::understanding {

PhraseList::PhraseList(std::initializer_list<std::string_view> phrases) {
  phrases_.reserve(phrases.size());
  for (std::string_view text : phrases) {
    const auto space = std::min(text.find(' '), text.size());
    Phrase phrase{key_of(text.substr(0, space)), 0, static_cast<std::uint16_t>(words_.size())};
    text.remove_prefix(std::min(space + 1, text.size()));
    while (!text.empty()) {
      const auto end = std::min(text.find(' '), text.size());
      words_.push_back(key_of(text.substr(0, end)));
      text.remove_prefix(std::min(end + 1, text.size()));
      ++phrase.more;
    }
    begins_.add(phrase.first);
    phrases_.push_back(phrase);
  }
}

bool PhraseList::holds(WordKey word) const {
  return may_begin_with(word) &&
         std::any_of(phrases_.begin(), phrases_.end(), [&](const Phrase& phrase) {
           return phrase.first == word && phrase.more == 0;
         });
}

}  // namespace dondoc::understanding
