#include "intake/source/vietnamese_letters.h"

#include <array>
#include <unordered_map>
#include <unordered_set>

namespace dondoc {
namespace {

constexpr std::size_t k_tones = 6;

/// A vowel with its tones, small and capital, in the order of `Tone`.
struct Vowel {
  std::u32string_view small;
  std::u32string_view capital;
};

constexpr std::array<Vowel, 12> k_vowels = {{
    {U"aàảãáạ", U"AÀẢÃÁẠ"},
    {U"ăằẳẵắặ", U"ĂẰẲẴẮẶ"},
    {U"âầẩẫấậ", U"ÂẦẨẪẤẬ"},
    {U"eèẻẽéẹ", U"EÈẺẼÉẸ"},
    {U"êềểễếệ", U"ÊỀỂỄẾỆ"},
    {U"iìỉĩíị", U"IÌỈĨÍỊ"},
    {U"oòỏõóọ", U"OÒỎÕÓỌ"},
    {U"ôồổỗốộ", U"ÔỒỔỖỐỘ"},
    {U"ơờởỡớợ", U"ƠỜỞỠỚỢ"},
    {U"uùủũúụ", U"UÙỦŨÚỤ"},
    {U"ưừửữứự", U"ƯỪỬỮỨỰ"},
    {U"yỳỷỹýỵ", U"YỲỶỸÝỴ"},
}};

constexpr std::u32string_view k_consonants = U"bcdđghklmnpqrstvx";
constexpr std::u32string_view k_consonant_capitals = U"BCDĐGHKLMNPQRSTVX";

constexpr std::u32string_view k_onsets[] = {
    U"",  U"b",  U"c",   U"ch", U"d", U"đ",  U"g",  U"gh", U"gi", U"h", U"k",  U"kh", U"l", U"m",
    U"n", U"ng", U"ngh", U"nh", U"p", U"ph", U"qu", U"r",  U"s",  U"t", U"th", U"tr", U"v", U"x",
};

/// Rhymes of standard spelling, without tones.
constexpr std::u32string_view k_rhymes[] = {
    U"a",    U"ac",   U"ach",  U"ai",   U"am",   U"an",  U"ang",  U"anh", U"ao",   U"ap",   U"at",
    U"au",   U"ay",   U"ăc",   U"ăm",   U"ăn",   U"ăng", U"ăp",   U"ăt",  U"âc",   U"âm",   U"ân",
    U"âng",  U"âp",   U"ât",   U"âu",   U"ây",   U"e",   U"ec",   U"em",  U"en",   U"eng",  U"eo",
    U"ep",   U"et",   U"ê",    U"êch",  U"êm",   U"ên",  U"êng",  U"ênh", U"êp",   U"êt",   U"êu",
    U"i",    U"ia",   U"ich",  U"iêc",  U"iêm",  U"iên", U"iêng", U"iêp", U"iêt",  U"iêu",  U"im",
    U"in",   U"inh",  U"ip",   U"it",   U"iu",   U"o",   U"oa",   U"oac", U"oach", U"oai",  U"oam",
    U"oan",  U"oang", U"oanh", U"oao",  U"oap",  U"oat", U"oay",  U"oăc", U"oăm",  U"oăn",  U"oăng",
    U"oăt",  U"oc",   U"oe",   U"oen",  U"oeo",  U"oet", U"oi",   U"om",  U"on",   U"ong",  U"ooc",
    U"oong", U"op",   U"ot",   U"ô",    U"ôc",   U"ôi",  U"ôm",   U"ôn",  U"ông",  U"ôp",   U"ôt",
    U"ơ",    U"ơi",   U"ơm",   U"ơn",   U"ơp",   U"ơt",  U"u",    U"ua",  U"uân",  U"uâng", U"uât",
    U"uây",  U"uc",   U"uê",   U"uêch", U"uênh", U"ui",  U"um",   U"un",  U"ung",  U"uôc",  U"uôi",
    U"uôm",  U"uôn",  U"uông", U"uôt",  U"up",   U"ut",  U"uơ",   U"uy",  U"uya",  U"uych", U"uyên",
    U"uyêt", U"uynh", U"uyt",  U"uyu",  U"ư",    U"ưa",  U"ưc",   U"ưi",  U"ưn",   U"ưng",  U"ươc",
    U"ươi",  U"ươm",  U"ươn",  U"ương", U"ươp",  U"ươt", U"ươu",  U"ưt",  U"ưu",   U"y",    U"yêm",
    U"yên",  U"yêng", U"yêt",  U"yêu",  U"ynh",  U"yt",
};

std::unordered_map<char32_t, VietnameseLetter> table_of_letters() {
  std::unordered_map<char32_t, VietnameseLetter> letters;
  for (const Vowel& vowel : k_vowels) {
    for (std::size_t i = 0; i < k_tones; ++i) {
      const auto tone = static_cast<Tone>(i);
      letters.emplace(vowel.small[i], VietnameseLetter{vowel.small[0], tone, false});
      letters.emplace(vowel.capital[i], VietnameseLetter{vowel.small[0], tone, true});
    }
  }
  for (std::size_t i = 0; i < k_consonants.size(); ++i) {
    letters.emplace(k_consonants[i], VietnameseLetter{k_consonants[i], Tone::level, false});
    letters.emplace(k_consonant_capitals[i], VietnameseLetter{k_consonants[i], Tone::level, true});
  }
  return letters;
}

const std::unordered_set<std::u32string_view>& rhymes() {
  static const std::unordered_set<std::u32string_view> k_set(std::begin(k_rhymes),
                                                             std::end(k_rhymes));
  return k_set;
}

/// After c, ch, p, t only two tones are possible.
bool allows(std::u32string_view rhyme, Tone tone) {
  const bool is_stopped = rhyme.ends_with(U"c") || rhyme.ends_with(U"ch") ||
                          rhyme.ends_with(U"p") || rhyme.ends_with(U"t");
  return !is_stopped || tone == Tone::acute || tone == Tone::dot;
}

/// c, g, ng stand before other vowels than k, gh, ngh.
bool agrees(std::u32string_view onset, std::u32string_view rhyme) {
  const char32_t first = rhyme.front();
  const bool is_front = first == U'i' || first == U'e' || first == U'ê' || first == U'y';
  if (onset == U"k" || onset == U"gh" || onset == U"ngh") return is_front;
  if (onset == U"c" || onset == U"ng") return !is_front;
  return true;
}

}  // namespace

std::optional<VietnameseLetter> vietnamese_letter(char32_t c) {
  static const std::unordered_map<char32_t, VietnameseLetter> k_letters = table_of_letters();
  const auto found = k_letters.find(c);
  return found == k_letters.end() ? std::nullopt : std::optional(found->second);
}

std::optional<char32_t> letter_of(const VietnameseLetter& parts) {
  for (const Vowel& vowel : k_vowels) {
    if (vowel.small[0] != parts.base) continue;
    return (parts.capital ? vowel.capital : vowel.small)[static_cast<std::size_t>(parts.tone)];
  }
  const auto place = k_consonants.find(parts.base);
  if (place == k_consonants.npos || parts.tone != Tone::level) return std::nullopt;
  return (parts.capital ? k_consonant_capitals : k_consonants)[place];
}

bool is_syllable(std::u32string_view letters) {
  constexpr std::size_t k_longest = 7;  // "nghiêng"
  if (letters.empty() || letters.size() > k_longest) return false;
  std::u32string plain;
  Tone tone = Tone::level;
  for (const char32_t c : letters) {
    const auto letter = vietnamese_letter(c);
    if (!letter || (letter->tone != Tone::level && tone != Tone::level)) return false;
    if (letter->tone != Tone::level) tone = letter->tone;
    plain += letter->base;
  }
  const std::u32string_view word = plain;
  for (const std::u32string_view onset : k_onsets) {
    if (!word.starts_with(onset)) continue;
    std::u32string_view rhyme = word.substr(onset.size());
    if (rhyme.empty() && onset == U"gi") rhyme = U"i";  // "gì"
    if (rhymes().contains(rhyme) && agrees(onset, rhyme) && allows(rhyme, tone)) return true;
  }
  return false;
}

bool is_in_word(char32_t c) {
  if ((c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z')) return true;
  if (c == 0xA0 || c == 0xD7 || c == 0xF7) return c != 0xA0;
  return (c >= 0x80 && c < 0x2000) || (c >= 0x2C00 && c < 0x3000);
}

SyllableShare syllables_in(std::u32string_view text, std::size_t most) {
  SyllableShare share;
  std::size_t at = 0;
  while (at < text.size() && share.marked < most) {
    if (!is_in_word(text[at])) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    bool is_marked = false;
    for (; at < text.size() && is_in_word(text[at]); ++at) is_marked |= text[at] >= 0x80;
    if (!is_marked) continue;
    ++share.marked;
    if (is_syllable(text.substr(begin, at - begin))) ++share.syllables;
  }
  return share;
}

}  // namespace dondoc
