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

}  // namespace dondoc::understanding
