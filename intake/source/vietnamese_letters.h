// The letters of Vietnamese by base and tone, and which words can be syllables of it: the evidence
// by which encodings are told apart. Pure functions; safe from any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace dondoc {

enum class Tone : unsigned char { level, grave, hook, tilde, acute, dot };

/// "Ệ": base U+00EA (ê), the dot, a capital.
struct VietnameseLetter {
  char32_t base = 0;  ///< a small letter without tone: a ă â b … y
  Tone tone = Tone::level;
  bool capital = false;
};

/// None when it is no letter of the Vietnamese alphabet; f, j, w and z are none.
std::optional<VietnameseLetter> vietnamese_letter(char32_t c);

/// The letter of its parts; none when a consonant would bear a tone.
std::optional<char32_t> letter_of(const VietnameseLetter& parts);

/// Whether letters form a syllable by the rules of spelling (onset, rhyme, tone), in any case of
/// letters: "nghiệp", "ĐƯỜNG"; not "C«ng", "Coäng", "Đắk".
bool is_syllable(std::u32string_view letters);

/// Of a text: words that hold a letter beyond ASCII, and how many of them are syllables.
struct SyllableShare {
  std::size_t marked = 0;
  std::size_t syllables = 0;

  double share() const {
    return marked == 0 ? 0.0 : static_cast<double>(syllables) / static_cast<double>(marked);
  }
};

/// Looks at the first `most` marked words. A word is a run of letters, marks and of signs that
/// stand for letters in legacy fonts (U+0080 to U+00FF).
SyllableShare syllables_in(std::u32string_view text, std::size_t most = 20'000);

/// Part of a word, as `syllables_in` cuts them.
bool is_in_word(char32_t c);

}  // namespace dondoc
