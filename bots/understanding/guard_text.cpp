#include "bots/understanding/guard_text.h"

#include <algorithm>

#include "bots/understanding/letters.h"

namespace dondoc::understanding {
namespace {

constexpr std::size_t k_longest_phrase = 8;

bool is_space(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) ||
         c == 0x202F || c == 0x3000;
}

/// "H'Hen", "K’Brối": the mark is part of the name.
bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02BC; }

char mark_of(char32_t c) {
  if (c == '\n' || c == '\r') return '\n';
  if (c < 0x80) return static_cast<char>(c);
  if (c == 0x2013 || c == 0x2014 || c == 0x2212) return '-';
  return c == 0x2026 ? '.' : '#';
}

void widen(GuardWord& word, char mark) {
  word.gap = word.gap == 0 || word.gap == ' ' || word.gap == mark ? mark : '#';
}

bool is_letter(char32_t value) {
  const Letter letter = letter_of(value);
  return letter.base != 0;
}

}  // namespace

GuardText::GuardText(std::string_view text) : raw_(text) {
  folded_.reserve(text.size() + 1);
  keys_.reserve(text.size() * 2 + 2);  // a key has a tone more than the word has letters
  words_.reserve(text.size() / 4 + 4);
  marks_.reserve(text.size() / 3 + 4);
  cut();
  find_phrases();
}

void GuardText::cut() {
  GuardWord word;
  word.gap = 0;
  for (std::size_t at = 0; at < raw_.size();) {
    const CodePoint c = first_code_point(raw_.substr(at));
    if (is_letter(c.value)) {
      at = take_word(at, word);
      words_.push_back(word);
      word = GuardWord{};
      word.gap = 0;
      continue;
    }
    if (is_space(c.value) && c.value != '\n') {
      word.spaced = true;
      if (word.gap == 0) word.gap = ' ';
    } else if (const Letter letter = letter_of(c.value); !letter.combining && !letter.invisible) {
      widen(word, mark_of(c.value));
    }
    at += c.bytes;
  }
}

/// From the first letter of a word to behind its last; a capital after a small letter begins the
/// next word ("DanhSach").
std::size_t GuardText::take_word(std::size_t at, GuardWord& word) {
  word.begin = at;
  const std::size_t folded = folded_.size(), key = keys_.size();
  Tone tone = Tone::none;
  std::size_t capitals = 0;
  bool only_digits = true, after_small = false;
  while (at < raw_.size()) {
    const CodePoint c = first_code_point(raw_.substr(at));
    const Letter letter = letter_of(c.value);
    const bool has_more = folded_.size() > folded;
    if (letter.combining && has_more) {
      if (letter.tone != Tone::none) tone = letter.tone;
      keys_.back() = with_shape(keys_.back(), c.value);
      word.plain = false;
    } else if (is_apostrophe(c.value) && has_more && at + c.bytes < raw_.size() &&
               is_letter(first_code_point(raw_.substr(at + c.bytes)).value)) {
      folded_ += '\'';
      keys_ += '\'';
      after_small = false;
    } else if (letter.base != 0) {
      const bool is_digit = letter.base <= '9';
      if (letter.capital && after_small) break;
      if (!has_more) word.capital = letter.capital;
      if (letter.capital) ++capitals;
      after_small = !letter.capital && !is_digit;
      only_digits = only_digits && is_digit;
      word.plain = word.plain && !letter.marked;
      if (letter.tone != Tone::none) tone = letter.tone;
      folded_ += letter.base;
      keys_ += letter.shaped;
    } else if (!letter.invisible) {
      break;
    }
    at += c.bytes;
  }
  if (tone != Tone::none) keys_ += static_cast<char>(tone);
  word.end = at;
  word.folded = std::string_view(folded_).substr(folded);
  word.key = std::string_view(keys_).substr(key);
  word.digits = only_digits;
  word.upper = capitals >= 2 && capitals == word.folded.size();
  return at;
}

bool GuardText::stands_at(std::size_t i, std::span<const KnownWord> phrase) const {
  if (i + phrase.size() > words_.size()) return false;
  for (std::size_t n = 0; n < phrase.size(); ++n) {
    const GuardWord& word = words_[i + n];
    const KnownWord& wanted = phrase[n];
    if (word.known.folded != wanted.folded) return false;
    if (!word.plain && word.known.key != wanted.key) return false;
    if (n > 0 && !goes_on(i + n)) return false;
  }
  return true;
}

void GuardText::find_phrases() {
  const Phrases& phrases = guard_phrases();
  for (GuardWord& word : words_) {
    if (!word.digits) word.known = phrases.known(word.folded, word.plain ? "" : word.key);
  }
  for (std::size_t i = 0; i < words_.size(); ++i) {
    if (words_[i].known.folded == 0) continue;
    const WordNumber next = i + 1 < words_.size() ? words_[i + 1].known.folded : WordNumber{0};
    for (const Phrase& phrase : phrases.beginning_with(words_[i].known.folded)) {
      if (phrase.second != 0 && phrase.second != next) continue;
      if (!stands_at(i, phrases.words_of(phrase))) continue;
      const std::size_t length = phrase.length;
      const Senses sense = bit(phrase.sense);
      words_[i].begins |= sense;
      for (std::size_t n = 0; n < length; ++n) words_[i + n].within |= sense;
      all_ |= sense;
      marks_.push_back(
          {phrase.sense, static_cast<std::uint8_t>(length), static_cast<std::uint32_t>(i)});
    }
  }
}

/// The first mark at word `i` or behind it.
std::vector<GuardText::Mark>::const_iterator GuardText::marks_from(std::size_t i) const {
  return std::lower_bound(marks_.begin(), marks_.end(), i,
                          [](const Mark& mark, std::size_t word) { return mark.at < word; });
}

std::size_t GuardText::length_at(std::size_t i, Sense sense) const {
  if (!at(i, bit(sense))) return 0;
  std::size_t longest = 0;
  for (auto mark = marks_from(i); mark != marks_.end() && mark->at == i; ++mark) {
    if (mark->sense == sense) longest = std::max<std::size_t>(longest, mark->length);
  }
  return longest;
}

bool GuardText::ends_before(std::size_t i, Senses senses) const {
  if (i == 0 || !in(i - 1, senses)) return false;
  auto mark = marks_from(i > k_longest_phrase ? i - k_longest_phrase : 0);
  for (; mark != marks_.end() && mark->at < i; ++mark) {
    if ((bit(mark->sense) & senses) != 0 && mark->at + mark->length == i) return true;
  }
  return false;
}

std::size_t GuardText::begin_of_ending(std::size_t i, Sense sense) const {
  if (i == 0 || !in(i - 1, bit(sense))) return i;
  auto mark = marks_from(i > k_longest_phrase ? i - k_longest_phrase : 0);
  for (; mark != marks_.end() && mark->at < i; ++mark) {
    if (mark->sense == sense && mark->at + mark->length == i) return mark->at;
  }
  return i;
}

bool GuardText::could_be(std::size_t i, std::string_view folded, std::string_view key) const {
  if (i >= words_.size() || words_[i].folded != folded) return false;
  return words_[i].plain || words_[i].key == key;
}

bool GuardText::goes_on(std::size_t i) const {
  const char gap = words_[i].gap;
  if (gap == ' ' || gap == 0) return true;
  return !words_[i].spaced && (gap == '_' || gap == '-' || gap == '.' || gap == '/');
}

bool GuardText::sentence_ends_before(std::size_t i) const {
  if (i == 0 || i >= words_.size()) return true;
  const char gap = words_[i].gap;
  if (gap == ';' || gap == '\n' || gap == '!' || gap == '?') return true;
  return gap == '.' && words_[i].spaced;
}

}  // namespace dondoc::understanding
