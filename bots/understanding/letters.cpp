#include "bots/understanding/letters.h"

#include <array>
#include <cstddef>
#include <utility>
#include <vector>

namespace dondoc::understanding {
namespace {

constexpr std::size_t k_tones = 6;

/// A letter in its six tones, small then capital; `shaped` stands for it in keys.
struct Row {
  char base;
  char shaped;
  std::u32string_view small;
  std::u32string_view capital;
};

constexpr std::array<Row, 12> k_vowels = {{
    {'a', 'a', U"aàáảãạ", U"AÀÁẢÃẠ"},
    {'a', 'A', U"ăằắẳẵặ", U"ĂẰẮẲẴẶ"},
    {'a', 'W', U"âầấẩẫậ", U"ÂẦẤẨẪẬ"},
    {'e', 'e', U"eèéẻẽẹ", U"EÈÉẺẼẸ"},
    {'e', 'E', U"êềếểễệ", U"ÊỀẾỂỄỆ"},
    {'i', 'i', U"iìíỉĩị", U"IÌÍỈĨỊ"},
    {'o', 'o', U"oòóỏõọ", U"OÒÓỎÕỌ"},
    {'o', 'O', U"ôồốổỗộ", U"ÔỒỐỔỖỘ"},
    {'o', 'P', U"ơờớởỡợ", U"ƠỜỚỞỠỢ"},
    {'u', 'u', U"uùúủũụ", U"UÙÚỦŨỤ"},
    {'u', 'U', U"ưừứửữự", U"ƯỪỨỬỮỰ"},
    {'y', 'y', U"yỳýỷỹỵ", U"YỲÝỶỸỴ"},
}};

/// Letters of the languages of minorities and of keyboards that give a neighbour for "đ".
struct Other {
  char32_t value;
  char base;
  char shaped;
  bool capital;
};
constexpr std::array<Other, 16> k_others = {{{U'đ', 'd', 'D', false},
                                             {U'Đ', 'd', 'D', true},
                                             {U'ð', 'd', 'D', false},
                                             {U'Ð', 'd', 'D', true},
                                             {U'č', 'c', 'c', false},
                                             {U'Č', 'c', 'c', true},
                                             {U'ĕ', 'e', 'e', false},
                                             {U'Ĕ', 'e', 'e', true},
                                             {U'ĭ', 'i', 'i', false},
                                             {U'Ĭ', 'i', 'i', true},
                                             {U'ŏ', 'o', 'o', false},
                                             {U'Ŏ', 'o', 'o', true},
                                             {U'ŭ', 'u', 'u', false},
                                             {U'Ŭ', 'u', 'u', true},
                                             {U'ñ', 'n', 'n', false},
                                             {U'Ñ', 'n', 'n', true}}};

constexpr std::size_t k_known = 0x1F00;

void add_combining(std::vector<Letter>& table) {
  constexpr std::array<std::pair<char32_t, Tone>, 5> k_tone_marks = {{{0x0300, Tone::grave},
                                                                      {0x0301, Tone::acute},
                                                                      {0x0309, Tone::hook},
                                                                      {0x0303, Tone::tilde},
                                                                      {0x0323, Tone::dot}}};
  for (char32_t value = 0x0300; value < 0x0370; ++value) table[value].combining = true;
  for (const auto& [value, tone] : k_tone_marks) table[value].tone = tone;
}

std::vector<Letter> made_table() {
  std::vector<Letter> table(k_known);
  for (const Row& row : k_vowels) {
    for (std::size_t tone = 0; tone < k_tones; ++tone) {
      const bool is_marked = tone > 0 || row.shaped != row.base;
      const auto named = static_cast<Tone>(tone);
      table[row.small[tone]] = {row.base, row.shaped, named, false, is_marked, false, false};
      table[row.capital[tone]] = {row.base, row.shaped, named, true, is_marked, false, false};
    }
  }
  for (const Other& other : k_others) {
    table[other.value] = {other.base, other.shaped, Tone::none, other.capital, true, false, false};
  }
  add_combining(table);
  table[0x00AD].invisible = true;
  return table;
}

bool is_invisible(char32_t value) {
  return (value >= 0x200B && value <= 0x200F) || (value >= 0x2060 && value <= 0x2064) ||
         value == 0xFE0F || value == 0xFE0E || value == 0x20E3 || value == 0xFEFF;
}

}  // namespace

CodePoint first_code_point_beyond_ascii(std::string_view text) {
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned lead = at(0);
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || text.size() < length) return {};
  char32_t value = lead & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if ((at(i) & 0xC0U) != 0x80U) return {};
    value = (value << 6U) | (at(i) & 0x3FU);
  }
  return {value, static_cast<std::uint8_t>(length)};
}

Letter letter_beyond_ascii(char32_t value) {
  static const std::vector<Letter> k_table = made_table();
  if (value < k_known) return k_table[value];
  if (value >= 0xFF01 && value <= 0xFF5E) return ascii_letter(value - 0xFF01 + 0x21);
  Letter letter;
  letter.invisible = is_invisible(value);
  return letter;
}

char with_shape(char base, char32_t mark) {
  constexpr char32_t k_hat = 0x0302, k_breve = 0x0306, k_horn = 0x031B;
  if (mark == k_hat) return base == 'a' ? 'W' : base == 'e' ? 'E' : base == 'o' ? 'O' : base;
  if (mark == k_breve) return base == 'a' ? 'A' : base;
  if (mark == k_horn) return base == 'o' ? 'P' : base == 'u' ? 'U' : base;
  return base;
}

Spelling spelling_of(std::string_view word) {
  Spelling spelling;
  Tone tone = Tone::none;
  while (!word.empty()) {
    const CodePoint c = first_code_point(word);
    const Letter letter = letter_of(c.value);
    if (letter.tone != Tone::none) tone = letter.tone;
    if (letter.base != 0) {
      spelling.folded += letter.base;
      spelling.key += letter.shaped;
    } else if (letter.combining && !spelling.key.empty()) {
      spelling.key.back() = with_shape(spelling.key.back(), c.value);
    } else if (c.value == '\'') {
      spelling.folded += '\'';
      spelling.key += '\'';
    }
    word.remove_prefix(c.bytes);
  }
  if (tone != Tone::none) spelling.key += static_cast<char>(tone);
  return spelling;
}

}  // namespace dondoc::understanding
