// Phrases of the rules and tables, turned into keys (word_key.h) before any text is read: those in
// the program text when it is compiled, lists of them when they are first used. Values only; safe
// from any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "bots/understanding/word_key.h"

namespace dondoc::understanding {

/// "khong co": folded words with single spaces, written in the program text.
struct LiteralPhrase {
  WordKey first;
  std::string_view rest;  ///< behind the first word

  template <std::size_t size>
  consteval LiteralPhrase(const char (&text)[size])  // NOLINT: stands for the text
      : LiteralPhrase(std::string_view(text, size - 1), 0) {}

 private:
  consteval LiteralPhrase(std::string_view text, int)
      : first(key_of(text.substr(0, text.find(' ')))),
        rest(text.find(' ') == text.npos ? std::string_view() : text.substr(text.find(' ') + 1)) {}
};

/// A small letter of Vietnamese without its diacritics; 0 when it is none or has no others.
constexpr char base_of(std::string_view letter) {
  struct Row {
    char base;
    std::string_view letters;
  };
  constexpr std::array<Row, 7> k_rows = {{{'a', "àáảãạăằắẳẵặâầấẩẫậ"},
                                          {'d', "đ"},
                                          {'e', "èéẻẽẹêềếểễệ"},
                                          {'i', "ìíỉĩị"},
                                          {'o', "òóỏõọôồốổỗộơờớởỡợ"},
                                          {'u', "ùúủũụưừứửữự"},
                                          {'y', "ỳýỷỹỵ"}}};
  for (const Row& row : k_rows) {
    if (row.letters.find(letter) != row.letters.npos) return row.base;
  }
  return 0;
}

/// "vì": one word in small letters with its diacritics, written in the program text.
struct LiteralWord {
  WordKey accented;
  WordKey folded;

  template <std::size_t size>
  consteval LiteralWord(const char (&text)[size])  // NOLINT: stands for the text
      : accented(key_of({text, size - 1})), folded(folded_key({text, size - 1})) {}

  constexpr bool operator==(const LiteralWord&) const = default;

 private:
  /// Does not compile for what is no small letter.
  static consteval WordKey folded_key(std::string_view text) {
    std::array<char, 32> folded{};
    std::size_t count = 0;
    while (!text.empty()) {
      const auto lead = static_cast<unsigned char>(text.front());
      const std::size_t bytes = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : 3;
      const char base = bytes == 1 ? text.front() : base_of(text.substr(0, bytes));
      if (base == 0 || (base >= 'A' && base <= 'Z')) throw "no small letter";
      folded[count++] = base;
      text.remove_prefix(bytes);
    }
    return key_of({folded.data(), count});
  }
};

/// Several phrases, of which the longest at a place is looked for.
class PhraseList {
 public:
  PhraseList(std::initializer_list<std::string_view> phrases);

  /// Whether one of them may begin with the word; most others are told at once.
  bool may_begin_with(WordKey word) const { return begins_.may_hold(word); }
  bool holds(WordKey word) const;  ///< as a phrase of one word

  /// Number of words of the longest that begins at the first of `size` words; `key_at(i)` is the
  /// key of word `i`. 0: none.
  template <typename KeyAt>
  std::size_t longest(std::size_t size, KeyAt key_at) const;

  /// How many of them stand somewhere among the words.
  template <typename KeyAt>
  std::size_t count_in(std::size_t size, KeyAt key_at) const;

 private:
  struct Phrase {
    WordKey first;
    std::uint16_t more;   ///< words behind the first
    std::uint16_t begin;  ///< of them, in `words_`
  };

  WordFilter begins_;
  std::vector<Phrase> phrases_;
  std::vector<WordKey> words_;
};

// --- Inline ---

template <typename KeyAt>
std::size_t PhraseList::longest(std::size_t size, KeyAt key_at) const {
  std::size_t longest = 0;
  const WordKey first = key_at(0);
  for (const Phrase& phrase : phrases_) {
    if (phrase.first != first || phrase.more < longest || phrase.more >= size) continue;
    std::size_t n = 0;
    while (n < phrase.more && key_at(n + 1) == words_[phrase.begin + n]) ++n;
    if (n == phrase.more) longest = n + 1;
  }
  return longest;
}

template <typename KeyAt>
std::size_t PhraseList::count_in(std::size_t size, KeyAt key_at) const {
  std::size_t count = 0;
  for (const Phrase& phrase : phrases_) {
    bool is_found = false;
    for (std::size_t at = 0; at + phrase.more < size && !is_found; ++at) {
      std::size_t n = 0;
      if (key_at(at) != phrase.first) continue;
      while (n < phrase.more && key_at(at + n + 1) == words_[phrase.begin + n]) ++n;
      is_found = n == phrase.more;
    }
    count += is_found ? 1U : 0U;
  }
  return count;
}

}  // namespace dondoc::understanding
