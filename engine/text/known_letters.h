// The letters and marks that Vietnamese is written with, looked up instead of worked out: nearly
// every text consists of nothing else, and each reply is folded many times. Pure; safe from any
// thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dondoc {

/// What becomes of one code point, as UTF-8; asked once for each, when first needed.
using LetterRule = std::string (*)(std::string_view code_point);

/// The text with every code point replaced by what `rule` makes of it; none when it holds a byte or
/// code point that is not known here. The rule must not depend on neighbours.
template <LetterRule rule>
std::optional<std::string> letter_by_letter(std::string_view text);

// --- Inline ---

/// ASCII, Latin letters with their diacritics, combining marks, typographic marks.
class KnownLetters {
 public:
  explicit KnownLetters(LetterRule rule);

  std::optional<std::string> apply(std::string_view text) const;

 private:
  struct Entry {
    char text[4] = {};
    std::uint8_t length = 0;
    bool known = false;
  };
  static constexpr std::uint32_t k_latin_end = 0x0370;
  static constexpr std::uint32_t k_vietnamese = 0x1E00;
  static constexpr std::uint32_t k_vietnamese_end = 0x1F00;
  static constexpr std::uint32_t k_marks = 0x2000;
  static constexpr std::uint32_t k_marks_end = 0x2070;
  static constexpr std::uint32_t k_size =
      k_latin_end + (k_vietnamese_end - k_vietnamese) + (k_marks_end - k_marks);

  static std::optional<std::uint32_t> place_of(std::uint32_t code_point);

  Entry entries_[k_size];
};

template <LetterRule rule>
std::optional<std::string> letter_by_letter(std::string_view text) {
  static const KnownLetters k_letters(rule);
  return k_letters.apply(text);
}

}  // namespace dondoc
