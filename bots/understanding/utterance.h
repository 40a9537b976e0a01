// Utterance: a text cut into words, each as it was typed and folded (no diacritics, lower case), so
// that reading compares folded words and still hands on the person's own wording. Values only; safe
// from any thread.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

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

class Utterance {
 public:
  Utterance() = default;
  explicit Utterance(std::string_view text);
  /// Other words for the same text: `words` keep their places in it (spelling.h).
  Utterance(std::string text, std::vector<Word> words)
      : text_(std::move(text)), words_(std::move(words)) {}

  const std::string& text() const { return text_; }
  const std::vector<Word>& words() const { return words_; }
  std::size_t size() const { return words_.size(); }
  bool empty() const { return words_.empty(); }
  const std::string& folded(std::size_t i) const { return words_[i].folded; }
  /// All words, folded, with single spaces.
  std::string folded_text() const;

  /// Number of words of `phrase` (folded, single spaces) when it stands at word `at`; 0 otherwise.
  std::size_t phrase_at(std::size_t at, std::string_view phrase) const;
  /// The same for the longest of several.
  std::size_t any_at(std::size_t at, const std::vector<std::string_view>& phrases) const;
  /// The first word at or after `from` where `phrase` stands.
  std::optional<std::size_t> find(std::string_view phrase, std::size_t from = 0) const;
  bool has(std::string_view phrase) const { return find(phrase).has_value(); }
  /// Whether word `at` is `accented` ("vì"), or is typed without any diacritics and could be it
  /// ("vi").
  bool could_be(std::size_t at, std::string_view accented) const;

  /// The text from word `from` up to before word `to` as typed, without marks and spaces at the
  /// ends.
  std::string typed(std::size_t from, std::size_t to) const;
  std::string typed_from(std::size_t from) const { return typed(from, words_.size()); }

 private:
  std::string text_;
  std::vector<Word> words_;
};

}  // namespace dondoc::understanding
