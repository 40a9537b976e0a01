#include "bots/understanding/read_number.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace dondoc::understanding {
namespace {

constexpr int k_digits_max = 15;  ///< beyond it nothing in a report is meant as a number

constexpr std::array<std::string_view, 30> k_counted = {
    "cuoc", "lop",  "buoi", "viec", "xa",   "phuong", "don",  "luot",   "nguoi", "dot",
    "ap",   "thon", "to",   "muc",  "phan", "tin",    "bai",  "hoc",    "ho",    "hoi",
    "diem", "lan",  "khu",  "noi",  "ca",   "chi",    "doan", "truong", "so",    "bao"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

/// A decimal number without rounding: digits × 10^-places.
struct Digits {
  std::int64_t value = 0;
  int count = 0;
  int places = 0;
  bool too_long = false;

  void add(char c) {
    if (++count > k_digits_max) {
      too_long = true;
      return;
    }
    value = value * 10 + (c - '0');
  }
};

struct Unit {
  std::string_view word;
  int zeros;
};

/// Longer words first: "trieu" before "tr".
constexpr std::array<Unit, 9> k_units = {{{"trieu", 6},
                                          {"nghin", 3},
                                          {"ngan", 3},
                                          {"ngin", 3},
                                          {"tr", 6},
                                          {"ty", 9},
                                          {"ti", 9},
                                          {"k", 3},
                                          {"t", 9}}};

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  std::vector<FoundNumber> all() {
    while (at_ < text_.size()) {
      if (is_digit(text_[at_]) && !inside_word()) {
        one();
      } else {
        ++at_;
      }
    }
    return std::move(found_);
  }

 private:
  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : ' ';
  }

  bool inside_word() const {
    if (at_ == 0) return false;
    const char before = text_[at_ - 1];
    if (is_letter(before) || is_digit(before)) return true;
    // "b20-07": the second half of a code; "25-30": a range.
    return before == '-' && at_ >= 2 && inside_code(at_ - 2);
  }

  bool inside_code(std::size_t at) const {
    while (at < text_.size() && (is_digit(text_[at]) || text_[at] == '-')) {
      if (at == 0) return false;
      --at;
    }
    return at < text_.size() && is_letter(text_[at]);
  }

  /// The length of the run of digits at `at`.
  std::size_t run_at(std::size_t at) const {
    std::size_t n = 0;
    while (at + n < text_.size() && is_digit(text_[at + n])) ++n;
    return n;
  }

  static bool is_mark(char c) { return c == '.' || c == ','; }

  /// "1.245", "1.245.000", "92,5", "1.245,5". At the first digit; leaves `at_` behind the last.
  Digits digits() {
    Digits number;
    const std::size_t first = run_at(at_);
    const bool may_group = first <= 3 && peek() != '0';
    take(number, first);
    char group = 0;
    while (is_mark(peek()) && is_digit(peek(1))) {
      const std::size_t run = run_at(at_ + 1);
      const bool same_mark = group == 0 || group == peek();
      if (may_group && run == 3 && same_mark) {
        group = peek();
        ++at_;
        take(number, run);
        continue;
      }
      if (group == peek()) break;  // "1.245.00": not a number we know; the rest is another one
      ++at_;
      take(number, run);
      number.places = static_cast<int>(run);
      break;
    }
    return number;
  }

  void take(Digits& number, std::size_t n) {
    for (std::size_t i = 0; i < n; ++i) number.add(text_[at_ + i]);
    at_ += n;
  }

  /// A unit at `at_`, perhaps after a space; leaves `at_` behind it.
  std::optional<int> unit() {
    const std::size_t start = at_ + (at_ < text_.size() && text_[at_] == ' ' ? 1 : 0);
    for (const Unit& known : k_units) {
      if (text_.substr(start, known.word.size()) != known.word) continue;
      const std::size_t end = start + known.word.size();
      if (end < text_.size() && is_letter(text_[end])) continue;
      if (known.word.size() == 1 && start != at_) continue;  // "3 k": too short to be sure
      at_ = end;
      return known.zeros;
    }
    return std::nullopt;
  }

  void one() {
    FoundNumber number;
    number.begin = at_;
    number.negative = at_ > 0 && text_[at_ - 1] == '-' && (at_ == 1 || text_[at_ - 2] == ' ');
    number.is_part = at_ > 0 && text_[at_ - 1] == '/';
    Digits first = digits();
    auto zeros = unit();
    Sum sum;
    sum.add(first, zeros.value_or(0));
    if (zeros) {
      number.has_unit = true;
      smaller_units(sum, *zeros);
    }
    finish(number, sum);
  }

  struct Sum {
    double value = 0;
    std::int64_t whole = 0;
    bool is_whole = true;

    void add(const Digits& digits, int zeros) {
      const int shift = zeros - digits.places;
      const double number = static_cast<double>(digits.value);
      value += shift >= 0 ? number * std::pow(10.0, shift) : number / std::pow(10.0, -shift);
      std::int64_t part = digits.value;
      for (int i = digits.places; i > zeros; --i) {
        is_whole = is_whole && part % 10 == 0;
        part /= 10;
      }
      for (int i = digits.places; i < zeros && part < 1'000'000'000'000'000; ++i) part *= 10;
      whole += part;
      if (digits.too_long || value > 9e15) is_whole = false;
    }
  };

  /// "7 triệu 500" and "2tr5": digits behind a unit are its decimals; "1 tỷ 200 triệu": or have a
  /// unit of their own.
  void smaller_units(Sum& sum, int zeros) {
    while (true) {
      const std::size_t start = at_;
      const bool stuck = peek() != ' ';  // "1k5", "2tr5"
      if (!stuck) ++at_;
      if (!is_digit(peek())) {
        at_ = start;
        return;
      }
      const std::size_t run = run_at(at_);
      Digits next = digits();
      auto own = unit();
      const bool fits =
          own ? *own < zeros : run <= 3 && next.count == static_cast<int>(run) && (stuck || !is_followed());
      if (!fits) {
        at_ = start;
        return;
      }
      if (!own) next.places = next.count;
      sum.add(next, own.value_or(zeros));
      if (!own) return;
      zeros = *own;
    }
  }

  /// "2 triệu 3 cuộc", "2 triệu 3/4": the digits belong to what follows. "7 triệu 500 và …": they
  /// do not.
  bool is_followed() const {
    if (at_ >= text_.size()) return false;
    if (is_letter(peek()) || peek() == '/' || peek() == '%') return true;
    if (peek() != ' ' || !is_letter(peek(1)) || is_currency_at(at_ + 1)) return false;
    return is_counted_word(text_.substr(at_ + 1, letters_at(at_ + 1)));
  }

  void finish(FoundNumber number, const Sum& sum) {
    number.end = at_;
    number.value = number.negative ? -sum.value : sum.value;
    number.is_whole = sum.is_whole;
    number.whole = number.negative ? -sum.whole : sum.whole;
    number.is_part = number.is_part || peek() == '/';
    std::string_view rest = text_.substr(at_);
    if (rest.starts_with(" ")) rest.remove_prefix(1);
    number.is_percent = rest.starts_with("%") || rest.starts_with("phan tram");
    // "10h30", "8b": part of a word, not a number; but "3cuoc" is one.
    if (is_letter(peek()) && !is_currency_at(at_) && letters_at(at_) < 3) {
      while (at_ < text_.size() && text_[at_] != ' ') ++at_;
      return;
    }
    found_.push_back(number);
  }

  std::size_t letters_at(std::size_t at) const {
    std::size_t n = 0;
    while (at + n < text_.size() && is_letter(text_[at + n])) ++n;
    return n;
  }

  bool is_currency_at(std::size_t at) const {
    std::string_view rest = text_.substr(at);
    for (std::string_view word : {"d", "dong", "vnd"}) {
      if (rest.starts_with(word) && (rest.size() == word.size() || !is_letter(rest[word.size()])))
        return true;
    }
    return false;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<FoundNumber> found_;
};

}  // namespace

bool is_counted_word(std::string_view folded) {
  return std::find(k_counted.begin(), k_counted.end(), folded) != k_counted.end();
}

std::vector<FoundNumber> find_numbers(std::string_view folded) { return Scanner(folded).all(); }

}  // namespace dondoc::understanding
