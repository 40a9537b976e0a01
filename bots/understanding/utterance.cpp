#include "bots/understanding/utterance.h"

#include <algorithm>
#include <utility>

#include "engine/text/vietnamese.h"

namespace dondoc::understanding {
namespace {

/// Marks that may stand around a word; none of them is part of a code, number or date.
constexpr std::string_view k_marks[] = {".", ",", ";", ":", "?", "!", "\"", "'", "(", ")", "[", "]",
                                        "…", "“", "”", "‘", "’", "–", "—",  "→", "<", ">", "*"};
constexpr std::size_t k_words_expected = 32;
constexpr std::string_view k_closing = ".,;:?!";
/// Spaces that keyboards and copied documents bring along.
constexpr std::string_view k_wide_spaces[] = {"\u00A0", "\u2002", "\u2003",
                                              "\u2009", "\u202F", "\u3000"};

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::size_t wide_space_at(std::string_view text) {
  for (std::string_view space : k_wide_spaces) {
    if (text.starts_with(space)) return space.size();
  }
  return 0;
}

std::string plain_spaces(std::string text) {
  if (is_ascii(text)) return text;
  const auto may_begin = [](char c) { return c == '\xC2' || c == '\xE2' || c == '\xE3'; };
  std::size_t kept = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto wide =
        may_begin(text[at]) ? wide_space_at(std::string_view(text).substr(at)) : std::size_t{0};
    text[kept++] = wide > 0 ? ' ' : text[at];
    at += std::max<std::size_t>(wide, 1);
  }
  text.resize(kept);
  return text;
}

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// The first byte of a letter like "đ" and "ế"; the marks beyond ASCII begin with E2.
bool is_letter_beyond(char c) {
  return static_cast<unsigned char>(c) >= 0x80 && static_cast<unsigned char>(c) != 0xE2;
}

std::size_t mark_at_start(std::string_view text) {
  if (text.empty() || is_letter_or_digit(text.front()) || is_letter_beyond(text.front())) return 0;
  for (std::string_view mark : k_marks) {
    if (text.starts_with(mark)) return mark.size();
  }
  return 0;
}

std::size_t mark_at_end(std::string_view text) {
  if (text.empty() || is_letter_or_digit(text.back())) return 0;
  const bool is_beyond = static_cast<unsigned char>(text.back()) >= 0x80;
  if (is_beyond && (text.size() < 3 || text[text.size() - 3] != '\xE2')) return 0;
  if (text.size() > 1 && text.back() == '/') return 1;
  for (std::string_view mark : k_marks) {
    if (text.ends_with(mark)) return mark.size();
  }
  return 0;
}

/// Of no word.
constexpr WordKey k_no_word = 0x7F00000000000000U;

/// "CHƯA" and "Chưa" are "chưa"; not what becomes shorter or longer in small letters.
WordKey key_of_typed(const Word& word) {
  const std::string_view typed = word.typed;
  if (is_ascii(typed)) return key_of(word.folded);
  const std::string lower = lower_case(typed);
  return lower.size() == typed.size() ? key_of(lower) : k_no_word;
}

Word word_of(std::string_view text, std::size_t begin, std::size_t end) {
  std::string_view core = text.substr(begin, end - begin);
  Word word;
  word.begin = begin;
  word.end = end;
  for (auto n = mark_at_start(core); n > 0; n = mark_at_start(core)) core.remove_prefix(n);
  for (auto n = mark_at_end(core); n > 0; n = mark_at_end(core)) {
    const bool closes = k_closing.find(core.back()) != k_closing.npos;
    word.closes = word.closes || closes;
    if (closes && word.mark == 0) word.mark = core.back();
    core.remove_suffix(n);
  }
  word.typed = core;
  word.folded = fold(core);
  word.plain = is_ascii(core);
  return word;
}

/// Somebody who types diacritics types them throughout: then "sang" is not "sáng".
bool is_accented(const std::vector<Word>& words) {
  std::size_t accented = 0, letters = 0;
  for (const Word& word : words) {
    const bool has_letter = std::any_of(word.folded.begin(), word.folded.end(),
                                        [](char c) { return c >= 'a' && c <= 'z'; });
    if (!has_letter || word.folded.size() < 2) continue;
    ++letters;
    accented += word.plain ? 0 : 1;
  }
  return accented >= 2 && accented * 5 >= letters * 2;
}

std::string single_spaces(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (c != ' ' || out.empty() || out.back() != ' ') out += c;
  }
  return out;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// In "5 cuộc/320 lượt" a new number begins; "12/KH-UBND", "d/c" and "B20/3" are one word.
bool is_slash_between_counts(std::string_view text, std::size_t begin, std::size_t at) {
  constexpr std::size_t k_letters_least = 2;
  if (text[at] != '/' || at - begin < k_letters_least || !is_digit(text[at + 1])) return false;
  return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(begin),
                     text.begin() + static_cast<std::ptrdiff_t>(at), [](char c) {
                       return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
                     });
}

/// "B20-07:thiếu" and "xong,mai" are two words; "2,5" and "10:30" are one.
bool splits(std::string_view text, std::size_t begin, std::size_t at) {
  if (at == begin || at + 1 >= text.size()) return false;
  const char c = text[at];
  if (c == ';' || is_slash_between_counts(text, begin, at)) return true;
  const bool between_digits = is_digit(text[at - 1]) && is_digit(text[at + 1]);
  if (c == ',') return !between_digits;
  return c == ':' && (!between_digits || at - begin > 2);
}

}  // namespace

bool is_capital(const Word& word) {
  if (word.typed.empty()) return false;
  const char first = word.typed.front();
  if (first >= 'A' && first <= 'Z') return true;
  if ((first >= 'a' && first <= 'z') || (first >= '0' && first <= '9')) return false;
  return capitalised(word.typed) == word.typed && word.typed != fold(word.typed);
}

Utterance::Utterance(std::string_view text) : text_(plain_spaces(nfc(text))) {
  words_.reserve(std::min(text.size() / 4 + 2, k_words_expected));
  std::size_t at = 0;
  while (at < text_.size()) {
    if (is_space(text_[at])) {
      if (text_[at] == '\n' && !words_.empty()) words_.back().mark = '\n';
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text_.size() && !is_space(text_[end]) && !splits(text_, at, end)) ++end;
    if (end < text_.size() && !is_space(text_[end]))
      ++end;  // the mark belongs to the word before it
    Word word = word_of(text_, at, end);
    if (!word.folded.empty()) {
      words_.push_back(std::move(word));
    } else if (!words_.empty()) {
      words_.back().closes = words_.back().closes || word.closes;
      if (word.mark != 0) words_.back().mark = word.mark;
    }
    at = end;
  }
  if (is_accented(words_)) {
    for (Word& word : words_) word.plain = false;
  }
  make_keys();
}

Utterance::Utterance(std::string text, std::vector<Word> words)
    : text_(std::move(text)), words_(std::move(words)) {
  make_keys();
}

std::string Utterance::folded_text() const {
  std::string all;
  for (const Word& word : words_) {
    if (!all.empty()) all += ' ';
    all += word.folded;
  }
  return all;
}

void Utterance::make_keys() {
  keys_.reserve(words_.size());
  for (const Word& word : words_)
    keys_.push_back({key_of(word.folded), key_of_typed(word), word.plain});
}

std::size_t Utterance::whole_phrase_at(std::size_t at, std::string_view rest) const {
  const std::size_t more = phrase_of_table_at(at + 1, rest);
  return more == 0 ? 0 : more + 1;
}

std::size_t Utterance::phrase_of_table_at(std::size_t at, std::string_view phrase) const {
  std::size_t count = 0;
  while (!phrase.empty()) {
    const auto space = std::min(phrase.find(' '), phrase.size());
    if (at + count >= words_.size() || words_[at + count].folded != phrase.substr(0, space))
      return 0;
    ++count;
    phrase.remove_prefix(std::min(space + 1, phrase.size()));
  }
  return count;
}

std::size_t Utterance::count_of(const PhraseList& phrases) const {
  return phrases.count_in(keys_.size(), [&](std::size_t i) { return keys_[i].folded; });
}

bool Utterance::could_be_of_table(std::size_t at, std::string_view accented) const {
  if (at >= words_.size()) return false;
  return keys_[at].plain ? words_[at].folded == fold(accented)
                         : keys_[at].typed == key_of(accented);
}

std::string Utterance::typed(std::size_t from, std::size_t to) const {
  to = std::min(to, words_.size());
  if (from >= to) return {};
  const std::size_t begin = words_[from].begin;
  std::string_view part = std::string_view(text_).substr(begin, words_[to - 1].end - begin);
  const auto is_loose = [](char c) {
    return is_space(c) || c == ',' || c == ';' || c == ':' || c == '-';
  };
  while (!part.empty() && is_loose(part.front())) part.remove_prefix(1);
  while (!part.empty() && (is_loose(part.back()) || part.back() == '.')) part.remove_suffix(1);
  return single_spaces(part);
}

}  // namespace dondoc::understanding
