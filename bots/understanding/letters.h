// Letters: one Vietnamese letter taken apart, however it was typed: composed, decomposed, full
// width, capital. Pure; safe from any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dondoc::understanding {

/// Marks over and under a letter. A tone belongs to the whole syllable: "hoà" and "hòa" are one.
enum class Tone : std::uint8_t { none, grave, acute, hook, tilde, dot };

struct Letter {
  char base = 0;    ///< 'a'…'z', '0'…'9'; 0: not a letter or digit
  char shaped = 0;  ///< the letter with its hat, horn or stroke: 'A' ă, 'W' â, 'E' ê, 'O' ô, …
  Tone tone = Tone::none;
  bool capital = false;
  bool marked = false;     ///< not ASCII: its diacritics are known
  bool combining = false;  ///< changes the letter before it, is none itself
  bool invisible = false;  ///< no letter and no mark: joiners, variation selectors
};

struct CodePoint {
  char32_t value = 0xFFFD;
  std::uint8_t bytes = 1;
};

/// Requires: `text` is not empty. An invalid byte is U+FFFD of one byte.
CodePoint first_code_point(std::string_view text);

Letter letter_of(char32_t value);

/// A combining hat, horn or breve put on a letter: 'a' with U+0302 → 'W'. The letter itself when
/// the two do not go together.
char with_shape(char base, char32_t mark);

/// One word as the guard compares it.
struct Spelling {
  std::string folded;  ///< "mat"
  std::string key;     ///< "mWt" and the tone behind: how "mật" differs from "mất"
};
Spelling spelling_of(std::string_view word);

// --- Inline: asked of every letter of every text, most of which are ASCII ---

constexpr Letter ascii_letter(char32_t value) {
  const char c = static_cast<char>(value);
  Letter letter;
  if (c >= 'A' && c <= 'Z') {
    letter.capital = true;
    letter.base = static_cast<char>(c - 'A' + 'a');
  } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
    letter.base = c;
  }
  letter.shaped = letter.base;
  return letter;
}

CodePoint first_code_point_beyond_ascii(std::string_view text);
inline CodePoint first_code_point(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  return lead < 0x80 ? CodePoint{lead, 1} : first_code_point_beyond_ascii(text);
}

Letter letter_beyond_ascii(char32_t value);
inline Letter letter_of(char32_t value) {
  return value < 0x80 ? ascii_letter(value) : letter_beyond_ascii(value);
}

}  // namespace dondoc::understanding
