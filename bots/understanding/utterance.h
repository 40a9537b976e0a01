// Utterance: a text cut into words, each as it was typed and folded (no diacritics, lower case), so
// that reading compares folded words and still hands on the person's own wording. Values only; safe
// from any thread.
#pragma once

#include <concepts>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bots/understanding/phrase.h"

namespace dondoc::understanding {

struct Word {
  std::string folded;     ///< without punctuation around it: "vuong", "b20-07", "60%"; may be empty
  std::string typed;      ///< the same with its diacritics and capitals
  std::size_t begin = 0;  ///< in the text, with the punctuation around it
  std::size_t end = 0;
  bool closes = false;  ///< a mark of punctuation follows: , . ; : ? !
  char mark = 0;        ///< the last such mark, or a line break; 0 when there is none
  bool plain = true;    ///< typed in ASCII in a text without diacritics: they are not known
};

/// "Hân", "Đông", "TTYT".
bool is_capital(const Word& word);

class Utterance {
 public:
  Utterance() = default;
  explicit Utterance(std::string_view text);
  /// Other words for the same text: `words` keep their places in it (spelling.h).
  Utterance(std::string text, std::vector<Word> words);

  const std::string& text() const { return text_; }
  const std::vector<Word>& words() const { return words_; }
  std::size_t size() const { return words_.size(); }
  bool empty() const { return words_.empty(); }
  const std::string& folded(std::size_t i) const { return words_[i].folded; }
  /// All words, folded, with single spaces.
  std::string folded_text() const;

  /// Number of words of `phrase` (folded, single spaces) when it stands at word `at`; 0 otherwise.
  std::size_t phrase_at(std::size_t at, const LiteralPhrase& phrase) const {
    if (at >= keys_.size() || keys_[at].folded != phrase.first) return 0;
    return phrase.rest.empty() ? 1 : whole_phrase_at(at, phrase.rest);
  }
  /// The same for a phrase that is not written in the program text.
  template <std::same_as<std::string_view> Text>
  std::size_t phrase_at(std::size_t at, Text phrase) const {
    return phrase_of_table_at(at, phrase);
  }

  /// The same for the longest of several.
  template <std::size_t count>
  std::size_t any_at(std::size_t at, const LiteralPhrase (&phrases)[count]) const {
    std::size_t longest = 0;
    for (const LiteralPhrase& phrase : phrases) {
      if (const auto n = phrase_at(at, phrase); n > longest) longest = n;
    }
    return longest;
  }
  template <std::same_as<PhraseList> List>
  std::size_t any_at(std::size_t at, const List& phrases) const {
    if (at >= keys_.size() || !phrases.may_begin_with(keys_[at].folded)) return 0;
    return phrases.longest(keys_.size() - at, [&](std::size_t i) { return keys_[at + i].folded; });
  }
  /// The first word at or after `from` where `phrase` stands.
  std::optional<std::size_t> find(const LiteralPhrase& phrase, std::size_t from = 0) const {
    for (std::size_t i = from; i < keys_.size(); ++i) {
      if (phrase_at(i, phrase) > 0) return i;
    }
    return std::nullopt;
  }
  bool has(const LiteralPhrase& phrase) const { return find(phrase).has_value(); }
  template <std::same_as<std::string_view> Text>
  std::optional<std::size_t> find(Text phrase, std::size_t from = 0) const {
    for (std::size_t i = from; i < keys_.size(); ++i) {
      if (phrase_of_table_at(i, phrase) > 0) return i;
    }
    return std::nullopt;
  }
  template <std::same_as<std::string_view> Text>
  bool has(Text phrase) const {
    return find(phrase).has_value();
  }

  /// How many of the phrases stand somewhere in the text.
  std::size_t count_of(const PhraseList& phrases) const;

  /// Whether word `at` is `accented` ("vì"), or is typed without any diacritics and could be it
  /// ("vi").
  bool could_be(std::size_t at, const LiteralWord& accented) const {
    if (at >= keys_.size()) return false;
    const Keys& word = keys_[at];
    return word.plain ? word.folded == accented.folded : word.typed == accented.accented;
  }
  /// The same for a word that is not written in the program text.
  template <std::same_as<std::string_view> Text>
  bool could_be(std::size_t at, Text accented) const {
    return could_be_of_table(at, accented);
  }

  /// Word `at` by numbers, for tables.
  WordKey key(std::size_t at) const { return keys_[at].folded; }
  WordKey typed_key(std::size_t at) const { return keys_[at].typed; }

  /// The text from word `from` up to before word `to` as typed, without marks and spaces at the
  /// ends.
  std::string typed(std::size_t from, std::size_t to) const;
  std::string typed_from(std::size_t from) const { return typed(from, words_.size()); }

 private:
  struct Keys {
    WordKey folded;
    WordKey typed;  ///< in small letters
    bool plain;
  };

  void make_keys();
  std::size_t whole_phrase_at(std::size_t at, std::string_view rest) const;
  std::size_t phrase_of_table_at(std::size_t at, std::string_view phrase) const;
  bool could_be_of_table(std::size_t at, std::string_view accented) const;

  std::string text_;
  std::vector<Word> words_;
  std::vector<Keys> keys_;  ///< of the words
};

}  // namespace dondoc::understanding
