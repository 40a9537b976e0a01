// What the guard knows of words: phrases by what they say about a text (guard_words_*.cpp hold the
// tables). A phrase is written with its diacritics: a word typed without any matches too, one typed
// with others does not ("nghiện", "nghien", not "nghiên"). Made once at first use; safe from any
// thread.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>
#include <vector>

#include "bots/understanding/letters.h"
#include "bots/understanding/word_key.h"

namespace dondoc::understanding {

enum class Sense : std::uint8_t {
  // guard_words_secret.cpp
  bearer,         ///< what bears a marking: "công văn"
  not_after,      ///< "mật khẩu", "mặt trận": the word is another one
  not_before,     ///< "thân mật", "bảo mật"
  secret_abroad,  ///< "top secret"
  training,       ///< "tập huấn": what follows is a subject
  handling,  ///< "soạn thảo", "quản lý" of marked papers: a subject when trained or inspected
  handing_over,  ///< "gửi", "chụp", "nội dung": the paper itself is there
  // guard_words_numbers.cpp
  phone,
  identity,
  account,
  bank,
  treasury,  ///< an account of the State's, no person's
  insurance,
  plate,
  money,  ///< what follows is an amount
  code,   ///< what follows names a thing: "mã họp"
  unit,   ///< the number before it counts: "lượt người"
  digit,  ///< "không chín": digits spelt out
  // guard_words_persons.cpp
  surname,         ///< of Vietnamese families and of the minorities'
  common_surname,  ///< of them those that are hardly another word when typed without diacritics
  minority,        ///< "Y", "Ka", "Sô": begins a name without a surname
  kin,             ///< "anh", "bà": before a name
  familiar,        ///< "thằng": of somebody spoken about, never to
  officer,         ///< before a name: somebody of the offices
  duty,            ///< after a name: what officers do; what follows is not about the named one
  called,          ///< after a name: spoken to
  namesake,        ///< streets, schools, communes called after persons
  place,           ///< before such a name: "đường", "trường"
  settlement,      ///< with a number or name behind it an address: "ấp 4"
  dwelling,        ///< says that an address follows: "thường trú"
  resident,        ///< of them those said of nothing else: "thường trú"
  household,       ///< "hộ", "chủ hộ" before a name
  birth,           ///< before a date or year of birth
  age,             ///< "tuổi"
  status,          ///< health, offence, poverty, family trouble, said of a person
  topic,           ///< before a status: it is what the work is about, no person's
  concern,         ///< somebody the work is about: "đối tượng", "nạn nhân"
  link,            ///< between such a word and the name: "là", "tên"
  group,           ///< "thanh niên sinh năm 2005": a cohort
  // guard_words_lists.cpp
  list,
  citizens,     ///< whose list nobody may send here
  anyones,      ///< a file of whose names is a list of persons too
  picture,      ///< "ảnh", "chụp", "scan"
  file,         ///< "file", "xlsx"
  paper,        ///< papers of a person: "sổ hộ khẩu"
  likeness,     ///< a picture of it shows a person
  field,        ///< a column of a list of persons: "họ tên"
  enclosed,     ///< "kèm", "như sau": the thing is in this message
  asked,        ///< the message asks, or speaks of a form
  applied_for,  ///< "làm CCCD": papers being made, not sent
  contact,      ///< "gmail.com", "facebook"
  count_        ///< not a sense
};

using Senses = std::uint64_t;
static_assert(static_cast<unsigned>(Sense::count_) <= 64, "Senses has a bit for each");

constexpr Senses bit(Sense sense) { return Senses{1} << static_cast<unsigned>(sense); }
template <typename... More>
constexpr Senses any_of(Sense first, More... more) {
  return (bit(first) | ... | bit(more));
}

/// A word of the tables by number; 0: it is in none.
using WordNumber = std::uint16_t;

/// Two words are the same when typed with these diacritics, or may be when typed without.
struct KnownWord {
  WordNumber folded = 0;
  WordNumber key = 0;
};

struct Phrase {
  Sense sense = Sense::count_;
  std::uint8_t length = 0;  ///< in words
  WordNumber second = 0;    ///< its second word without diacritics; 0 when it has but one
  std::uint32_t begin = 0;  ///< of its words (Phrases::words_of)
};

/// A row of the tables: phrases with "|" between them.
struct PhraseRow {
  Sense sense;
  std::string_view phrases;
};

class Phrases {
 public:
  explicit Phrases(std::initializer_list<std::span<const PhraseRow>> tables);

  KnownWord known(std::string_view folded, std::string_view key) const;
  std::span<const KnownWord> words_of(const Phrase& phrase) const {
    return std::span(words_).subspan(phrase.begin, phrase.length);
  }
  /// Phrases that begin with a word, by its number without diacritics.
  std::span<const Phrase> beginning_with(WordNumber folded) const {
    return std::span(phrases_).subspan(first_of_[folded],
                                       first_of_[folded + 1] - first_of_[folded]);
  }

 private:
  KnownWord add(std::string_view word);
  Phrase phrase_of(Sense sense, std::string_view text);

  WordTable<WordNumber> folded_;
  WordTable<WordNumber> keys_;
  std::vector<KnownWord> words_;
  std::vector<Phrase> phrases_;          ///< by their first words, then as in the tables
  std::vector<std::uint32_t> first_of_;  ///< by word: the first phrase of it, in `phrases_`
};

const Phrases& guard_phrases();

std::span<const PhraseRow> secret_words();
std::span<const PhraseRow> number_words();
std::span<const PhraseRow> person_words();
std::span<const PhraseRow> name_words();
std::span<const PhraseRow> list_words();

}  // namespace dondoc::understanding
