// GuardText: a text cut into words for the guard, with what the tables of guard_words.cpp know of
// them. Unlike Utterance it also cuts at dashes, underscores, slashes and brackets (file names,
// tables) and copies no word. Values only; safe from any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bots/understanding/guard_words.h"

namespace dondoc::understanding {

struct GuardWord {
  std::string_view folded;  ///< lower case, no diacritics: "nghien"
  std::string_view key;   ///< lower case with shapes and tone: two spellings of a syllable are one
  std::size_t begin = 0;  ///< in the text
  std::size_t end = 0;
  char gap = ' ';        ///< before it: 0 none, ' ' spaces, the one mark, '#' several marks
  bool spaced = false;   ///< spaces stand in the gap
  bool capital = false;  ///< begins with a capital
  bool upper = false;    ///< two letters or more, all capitals
  bool plain = true;     ///< ASCII only: its diacritics are not known
  bool digits = false;   ///< digits only
  KnownWord known;       ///< to the tables
  Senses begins = 0;     ///< of the phrases that begin here
  Senses within = 0;     ///< of the phrases it is part of
};

class GuardText {
 public:
  explicit GuardText(std::string_view text);
  GuardText(const GuardText&) = delete;
  GuardText& operator=(const GuardText&) = delete;

  std::size_t size() const { return words_.size(); }
  const GuardWord& operator[](std::size_t i) const { return words_[i]; }
  std::string_view raw() const { return raw_; }

  /// Some phrase of the sense stands in the text.
  bool has(Sense sense) const { return (all_ & bit(sense)) != 0; }
  bool has_any(Senses senses) const { return (all_ & senses) != 0; }
  /// A phrase of one of the senses begins at word `i`; false beyond the end.
  bool at(std::size_t i, Senses senses) const {
    return i < words_.size() && (words_[i].begins & senses) != 0;
  }
  bool in(std::size_t i, Senses senses) const {
    return i < words_.size() && (words_[i].within & senses) != 0;
  }
  /// Number of words of the longest phrase of the sense that begins at `i`; 0: none.
  std::size_t length_at(std::size_t i, Sense sense) const;
  /// Whether a phrase of one of the senses ends right before word `i`.
  bool ends_before(std::size_t i, Senses senses) const;
  /// Where the phrase begins that ends right before `i`; `i` when there is none.
  std::size_t begin_of_ending(std::size_t i, Sense sense) const;

  /// Word `i` is `accented` ("mật"), or is typed without diacritics and could be it.
  bool could_be(std::size_t i, std::string_view folded, std::string_view key) const;
  bool is(std::size_t i, std::string_view folded) const {
    return i < words_.size() && words_[i].folded == folded;
  }
  /// A mark that is not a space stands before word `i`; true at both ends of the text.
  bool cut_before(std::size_t i) const {
    return i == 0 || i >= words_.size() || (words_[i].gap != ' ' && words_[i].gap != 0);
  }
  /// Words `i - 1` and `i` may be one phrase: a space between them, or a mark of file names.
  bool goes_on(std::size_t i) const;
  /// A sentence or line ends before word `i`.
  bool sentence_ends_before(std::size_t i) const;

 private:
  struct Mark {
    Sense sense;
    std::uint8_t length;
    std::uint32_t at;
  };

  void cut();
  std::size_t take_word(std::size_t at, GuardWord& word);
  void find_phrases();
  std::vector<Mark>::const_iterator marks_from(std::size_t i) const;
  bool stands_at(std::size_t i, std::span<const KnownWord> phrase) const;

  std::string_view raw_;
  std::string folded_;
  std::string keys_;
  std::vector<GuardWord> words_;
  std::vector<Mark> marks_;  ///< in the order of their words
  Senses all_ = 0;
};

}  // namespace dondoc::understanding
