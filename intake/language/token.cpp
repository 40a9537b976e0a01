#include "intake/language/token.h"

#include <array>
#include <utility>

#include "engine/text/vietnamese.h"

namespace dondoc::intake {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

constexpr std::array k_open_endings = {
    Pair{"oà", "òa"}, Pair{"oá", "óa"}, Pair{"oả", "ỏa"}, Pair{"oã", "õa"}, Pair{"oạ", "ọa"},
    Pair{"oè", "òe"}, Pair{"oé", "óe"}, Pair{"oẻ", "ỏe"}, Pair{"oẽ", "õe"}, Pair{"oẹ", "ọe"},
    Pair{"uỳ", "ùy"}, Pair{"uý", "úy"}, Pair{"uỷ", "ủy"}, Pair{"uỹ", "ũy"}, Pair{"uỵ", "ụy"}};

/// Old and new spellings, and slips of scanners so common that they are words of their own.
constexpr std::array k_spellings = {Pair{"quí", "quý"}, Pair{"qúy", "quý"}, Pair{"qui", "quy"},
                                    Pair{"kì", "kỳ"},   Pair{"kỉ", "kỷ"},   Pair{"lí", "lý"},
                                    Pair{"tỉ", "tỷ"},   Pair{"gởi", "gửi"}, Pair{"uỉ", "ủy"}};

/// Without "không" and "năm", which are nearly always another word ("not", "year").
constexpr std::array<std::string_view, 11> k_number_words = {"",    "một", "hai", "ba",   "bốn", "",
                                                             "sáu", "bảy", "tám", "chín", "mười"};

bool is_digit(unsigned char c) { return c >= '0' && c <= '9'; }
bool is_ascii_letter(unsigned char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::size_t length_at(std::string_view text, std::size_t at) {
  const auto c = static_cast<unsigned char>(text[at]);
  const std::size_t length = c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
  return std::min(length, text.size() - at);
}

/// Beyond ASCII everything up to U+1EFF is taken for a letter but for the Latin-1 signs.
bool is_letter(std::string_view text, std::size_t at) {
  const auto c = static_cast<unsigned char>(text[at]);
  if (c < 0x80) return is_ascii_letter(c);
  return (c >= 0xC3 && c <= 0xCD) || c == 0xE1;
}

std::string normal_word(std::string word) {
  for (const auto& [from, to] : {Pair{"ð", "đ"}, Pair{"ɖ", "đ"}}) {
    for (auto at = word.find(from); at != word.npos; at = word.find(from, at))
      word.replace(at, from.size(), to);
  }
  for (const auto& [from, to] : k_spellings) {
    if (word == from) return std::string(to);
  }
  for (const auto& [from, to] : k_open_endings) {
    if (!word.ends_with(from)) continue;
    const bool after_q = word.size() > from.size() && word[word.size() - from.size() - 1] == 'q';
    if (!after_q) word.replace(word.size() - from.size(), from.size(), to);
    return word;
  }
  return word;
}

long value_of_digits(std::string_view digits) {
  if (digits.size() > 9) return -1;
  long value = 0;
  for (char c : digits) value = value * 10 + (c - '0');
  return value;
}

long value_of_word(std::string_view word) {
  for (std::size_t i = 1; i < k_number_words.size(); ++i) {
    if (word == k_number_words[i]) return static_cast<long>(i);
  }
  return -1;
}

class Splitter {
 public:
  explicit Splitter(std::string_view text) : text_(text), lower_(lower_case(text)) {}

  Tokens split() {
    while (at_ < text_.size()) {
      const auto c = static_cast<unsigned char>(text_[at_]);
      if (c <= ' ') {
        ++at_;
      } else if (is_digit(c)) {
        number();
      } else if (is_letter(text_, at_)) {
        word();
      } else {
        mark();
      }
    }
    return std::move(tokens_);
  }

 private:
  void number() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_digit(static_cast<unsigned char>(text_[at_]))) ++at_;
    Token token{std::string(text_.substr(begin, at_ - begin)), begin, at_, TokenKind::number};
    token.value = value_of_digits(token.key);
    tokens_.push_back(std::move(token));
  }

  void word() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_letter(text_, at_)) at_ += length_at(text_, at_);
    const auto raw = text_.substr(begin, at_ - begin);
    const std::string small =
        lower_.size() == text_.size() ? lower_.substr(begin, at_ - begin) : lower_case(raw);
    Token token{normal_word(small), begin, at_, TokenKind::word};
    token.capital = raw.substr(0, length_at(raw, 0)) != small.substr(0, length_at(raw, 0));
    token.value = value_of_word(token.key);
    tokens_.push_back(std::move(token));
  }

  /// Dashes of every width are one mark, and so are curly and straight quotation marks.
  void mark() {
    const std::size_t begin = at_;
    at_ += length_at(text_, at_);
    std::string key(text_.substr(begin, at_ - begin));
    if (key == "–" || key == "—" || key == "−" || key == "‑" || key == "‐") key = "-";
    if (key == "’" || key == "′" || key == "‘") key = "'";
    tokens_.push_back({std::move(key), begin, at_, TokenKind::mark});
  }

  std::string_view text_;
  std::string lower_;
  std::size_t at_ = 0;
  Tokens tokens_;
};

}  // namespace

Tokens tokens_of(std::string_view text) { return Splitter(text).split(); }

std::string key_of(std::string_view text) {
  std::string key;
  for (const Token& token : tokens_of(text)) {
    if (!key.empty()) key += ' ';
    key += token.key;
  }
  return key;
}

LetterCase letter_case(std::string_view text) {
  const std::string small = lower_case(text);
  if (small.size() != text.size()) return LetterCase::capital;
  std::size_t letters = 0, capitals = 0;
  bool first = false;
  for (std::size_t at = 0; at < text.size(); at += length_at(text, at)) {
    if (!is_letter(text, at)) continue;
    const std::size_t length = length_at(text, at);
    const bool capital = text.substr(at, length) != std::string_view(small).substr(at, length);
    if (letters == 0) first = capital;
    ++letters;
    if (capital) ++capitals;
  }
  if (letters == 0) return LetterCase::none;
  if (letters > 1 && capitals * 5 >= letters * 4) return LetterCase::all_capitals;
  return first ? LetterCase::capital : LetterCase::small;
}

int roman(std::string_view key) {
  constexpr std::array<std::string_view, 21> k_numbers = {
      "",   "i",   "ii",   "iii", "iv", "v",   "vi",   "vii",   "viii", "ix", "x",
      "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix",  "xx"};
  for (std::size_t i = 1; i < k_numbers.size(); ++i) {
    if (key == k_numbers[i]) return static_cast<int>(i);
  }
  return 0;
}

}  // namespace dondoc::intake
