#include "bots/understanding/spelling.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "bots/understanding/spelling_words.h"
#include "bots/understanding/word_key.h"

namespace dondoc::understanding {
namespace {

constexpr std::array<std::string_view, 27> k_onsets = {
    "b",   "c",  "ch", "d",  "g", "gh", "gi", "h", "k",  "kh", "l", "m", "n", "ng",
    "ngh", "nh", "p",  "ph", "q", "r",  "s",  "t", "th", "tr", "v", "x", "dd"};

constexpr auto k_rhymes = std::to_array<std::string_view>(
    {"a",    "ac",   "ach",  "ai",  "am",  "an",   "ang",  "anh",  "ao",   "ap",   "at",   "au",
     "ay",   "e",    "ec",   "ech", "em",  "en",   "eng",  "enh",  "eo",   "ep",   "et",   "eu",
     "i",    "ia",   "ich",  "iec", "iem", "ien",  "ieng", "iep",  "iet",  "ieu",  "im",   "in",
     "inh",  "ip",   "it",   "iu",  "o",   "oa",   "oac",  "oach", "oai",  "oam",  "oan",  "oang",
     "oanh", "oao",  "oat",  "oay", "oc",  "oe",   "oen",  "oeo",  "oet",  "oi",   "om",   "on",
     "ong",  "ooc",  "oong", "op",  "ot",  "u",    "ua",   "uan",  "uang", "uat",  "uay",  "uc",
     "ue",   "uech", "uenh", "ui",  "um",  "un",   "ung",  "uo",   "uoc",  "uoi",  "uom",  "uon",
     "uong", "uop",  "uot",  "uou", "up",  "ut",   "uu",   "uy",   "uya",  "uych", "uyen", "uyet",
     "uynh", "uyt",  "uyu",  "uai", "uao", "uanh", "uet",  "ueo",  "uen",  "uoc",  "y",    "yem",
     "yen",  "yet",  "yeu"});

/// The words of a list, for looking up.
WordTable<bool> table_of(std::span<const std::string_view> words) {
  WordTable<bool> table;
  for (std::string_view word : words) table.emplace(key_of(word), true);
  return table;
}

bool is_joined(std::string_view word, std::size_t onset) {
  static const WordTable<bool> k_known_onsets = table_of(k_onsets);
  static const WordTable<bool> k_known_rhymes = table_of(k_rhymes);
  return (onset == 0 || k_known_onsets.find(key_of(word.substr(0, onset))) != nullptr) &&
         k_known_rhymes.find(key_of(word.substr(onset))) != nullptr;
}

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool only_letters(std::string_view word) {
  return std::all_of(word.begin(), word.end(), is_letter);
}

/// "nhaaa" → "nha", "okkk" → "ok": the echo of a last letter.
std::string without_echo(std::string_view word) {
  std::string out;
  for (char c : word) {
    const bool third = out.size() >= 2 && out.back() == c && out[out.size() - 2] == c;
    if (!third || !is_letter(c)) out += c;
  }
  const bool doubled = out.size() >= 3 && out.back() == out[out.size() - 2];
  if (doubled && is_letter(out.back()) && out.size() < word.size()) out.pop_back();
  return out;
}

/// What Telex and VNI keys leave when the input method is off: "dduwowcj" → "duoc", "xong62" → …
std::string without_keys(std::string_view word) {
  std::string out;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    const bool twice =
        i > 0 && word[i - 1] == c && std::string_view("aeod").find(c) != std::string_view::npos;
    const bool horn = c == 'w' && i > 0;
    const bool tone = i + 1 == word.size() && i >= 2 &&
                      std::string_view("sfrxj").find(c) != std::string_view::npos;
    if (!twice && !horn && !tone && !is_digit(c)) out += c;
  }
  return out;
}

/// "fải" → "phai", "zậy" → "day", "bík": the letters of chats.
std::string respelled(std::string_view word) {
  std::string out;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    if (c == 'f') {
      out += "ph";
    } else if (c == 'z' && i == 0) {
      out += "d";
    } else if (c == 'w' && i == 0) {
      out += "qu";
    } else if (c == 'j') {
      out += i == 0 ? "gi" : "i";
    } else {
      out += c;
    }
  }
  return out;
}

/// Cuts emoji and the like out of a word: "ok👍" is two.
bool is_symbol_at(std::string_view word, std::size_t at) {
  const auto byte = static_cast<unsigned char>(word[at]);
  if (byte >= 0xF0) return true;  // beyond the basic plane: emoji
  if (byte != 0xE2 || at + 1 >= word.size()) return false;
  const auto second = static_cast<unsigned char>(word[at + 1]);
  return second >= 0x98 && second <= 0x9E;  // U+2600..U+27BF
}

std::size_t length_at(std::string_view word, std::size_t at) {
  const auto byte = static_cast<unsigned char>(word[at]);
  if (byte < 0x80) return 1;
  const std::size_t length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
  return std::min(length, word.size() - at);
}

/// Of at most `most` bytes, those that are whole letters.
std::size_t whole_letters(std::string_view word, std::size_t most) {
  if (word.size() <= most) return word.size();
  while (most > 0 && (static_cast<unsigned char>(word[most]) & 0xC0U) == 0x80U) --most;
  return most;
}

/// Nobody types longer words; of one without end ("👍ok👍ok…") every piece would carry the whole.
constexpr std::size_t k_word_bytes = 200;
constexpr std::size_t k_words_most = 600;

class Speller {
 public:
  explicit Speller(const Utterance& text) : text_(text) { words_.reserve(text.size() + 8); }

  Utterance spelled() {
    for (const Word& word : text_.words()) {
      if (words_.size() >= k_words_most) break;
      word.folded.size() > k_word_bytes ? take(beginning_of(word)) : take(word);
    }
    return {text_.text(), std::move(words_)};
  }

 private:
  static Word beginning_of(const Word& word) {
    Word beginning = word;
    beginning.folded.resize(whole_letters(word.folded, k_word_bytes));
    beginning.typed.resize(whole_letters(word.typed, k_word_bytes));
    return beginning;
  }

  void take(const Word& word) {
    const std::size_t first = words_.size();
    cut(word, word.folded);
    if (words_.size() == first) return;
    for (std::size_t i = first; i < words_.size(); ++i) {
      words_[i].closes = false;
      words_[i].mark = 0;
    }
    words_.back().closes = word.closes;
    words_.back().mark = word.mark;
  }

  /// Symbols apart, then numbers from the nouns that stick to them.
  void cut(const Word& word, std::string_view folded) {
    std::size_t begin = 0;
    for (std::size_t at = 0; at < folded.size(); at += length_at(folded, at)) {
      if (!is_symbol_at(folded, at)) continue;
      if (at > begin) numbers(word, folded.substr(begin, at - begin));
      begin = at + length_at(folded, at);
      const std::string_view symbol = folded.substr(at, begin - at);
      if (words_.empty() || words_.back().folded != symbol) add(word, symbol, true);
    }
    if (begin < folded.size()) numbers(word, folded.substr(begin));
  }

  /// "3cuoc" and "245luot" are two words; "2tr5", "10h30" and "b20-07" are one.
  void numbers(const Word& word, std::string_view part) {
    std::size_t digits = 0;
    while (digits < part.size() &&
           (is_digit(part[digits]) || part[digits] == '.' || part[digits] == ','))
      ++digits;
    const std::string_view rest = part.substr(digits);
    const bool sticks = digits > 0 && rest.size() >= 2 && only_letters(rest) && !is_unit(rest);
    if (sticks) {
      add(word, part.substr(0, digits), true);
      one(word, rest);
      return;
    }
    const auto slash = part.find('/');
    const bool joined = slash != part.npos && slash > 0 && only_letters(part.substr(0, slash)) &&
                        only_letters(part.substr(slash + 1)) && part != "d/c";
    if (joined) {  // "cuoc/lop"
      one(word, part.substr(0, slash));
      if (slash + 1 < part.size()) one(word, part.substr(slash + 1));
      return;
    }
    one(word, part);
  }

  static bool is_unit(std::string_view word) {
    static constexpr std::array<std::string_view, 9> k_units = {
        "tr", "trieu", "ty", "ti", "nghin", "ngan", "gio", "phut", "vnd"};
    return std::find(k_units.begin(), k_units.end(), word) != k_units.end();
  }

  void one(const Word& word, std::string_view part) {
    if (const auto meant = meant_by(part, word.typed); !meant.empty()) return several(word, meant);
    if (!only_letters(part) || part.size() < 2 || is_syllable(part) || is_name(word))
      return add(word, part, part.size() != word.folded.size());
    const std::string plain = without_echo(part);
    if (const auto meant = meant_by(plain, plain); !meant.empty()) return several(word, meant);
    for (const std::string& guess : {plain, without_keys(plain), respelled(plain)}) {
      if (is_syllable(guess)) return add(word, guess, true);
    }
    if (part.size() >= 3) {
      if (const auto frequent = nearly(plain); !frequent.empty()) return add(word, frequent, true);
    }
    add(word, plain, plain != part);
  }

  /// A name or an abbreviation in capitals is not put right.
  static bool is_name(const Word& word) {
    return !word.typed.empty() && word.typed.front() >= 'A' && word.typed.front() <= 'Z' &&
           word.begin > 0;
  }

  void several(const Word& word, std::string_view meant) {
    while (!meant.empty()) {
      const auto space = std::min(meant.find(' '), meant.size());
      add(word, meant.substr(0, space), meant != word.folded);
      meant.remove_prefix(std::min(space + 1, meant.size()));
    }
  }

  void add(const Word& word, std::string_view folded, bool respelled_word) {
    Word next = word;
    next.folded = folded;
    next.plain = word.plain || respelled_word;
    words_.push_back(std::move(next));
  }

  const Utterance& text_;
  std::vector<Word> words_;
};

}  // namespace

bool is_syllable(std::string_view folded) {
  constexpr std::size_t k_longest = 7;  // "nghieng"
  if (folded.empty() || folded.size() > k_longest + 1) return false;
  const auto vowel = folded.find_first_of("aeiouy");
  if (vowel == folded.npos) return false;
  // A rhyme begins with the first vowel, or behind "gi".
  return is_joined(folded, vowel) || (folded.starts_with("gi") && is_joined(folded, 2));
}

Utterance spelled_out(const Utterance& text) { return Speller(text).spelled(); }

}  // namespace dondoc::understanding
