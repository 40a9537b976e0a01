#include "intake/source/legacy_encodings.h"

#include <algorithm>
#include <array>
#include <optional>

#include "intake/source/vietnamese_letters.h"

namespace dondoc {
namespace {

/// windows-1252, 0x80 to 0x9F; the rest is Latin-1. U+FFFD: not assigned.
constexpr std::u32string_view k_western =
    U"€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ";

/// 0xA1 to 0xFE; U+FFFD: not assigned in VN3.
constexpr std::u32string_view k_tcvn3 =
    U"ĂÂÊÔƠƯĐăâêôơưđ\uFFFD"                                 // A1 to AF
    U"\uFFFD\uFFFD\uFFFD\uFFFD\uFFFDàảãáạ\uFFFDằẳẵắ\uFFFD"  // B0 to BF
    U"\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFDặầẩẫấậè\uFFFDẻẽ"  // C0 to CF
    U"éẹềểễếệìỉ\uFFFD\uFFFD\uFFFDĩíịò"                      // D0 to DF
    U"\uFFFDỏõóọồổỗốộờởỡớợù"                                // E0 to EF
    U"\uFFFDủũúụừửữứựỳỷỹýỵ";                                // F0 to FE
static_assert(k_western.size() == 0x20 && k_tcvn3.size() == 0xFF - 0xA1);

/// Where windows-1258 differs from windows-1252: letters, and tones behind their letter.
struct Changed {
  char32_t western;
  char32_t meant;
};
constexpr Changed k_1258[] = {
    {U'Ã', U'Ă'},   {U'Ì', 0x0300}, {U'Ð', U'Đ'}, {U'Ò', 0x0309}, {U'Õ', U'Ơ'},
    {U'Ý', U'Ư'},   {U'Þ', 0x0303}, {U'ã', U'ă'}, {U'ì', 0x0301}, {U'ð', U'đ'},
    {U'ò', 0x0323}, {U'õ', U'ơ'},   {U'ý', U'ư'}, {U'þ', U'₫'},
};

/// VNI: a sign behind a vowel says what is put on it.
enum class Hat { none, circumflex, breve };
struct VniMark {
  char32_t small;
  char32_t capital;
  Hat hat;
  Tone tone;
};
constexpr VniMark k_vni_marks[] = {
    {U'ø', U'Ø', Hat::none, Tone::grave},       {U'û', U'Û', Hat::none, Tone::hook},
    {U'õ', U'Õ', Hat::none, Tone::tilde},       {U'ù', U'Ù', Hat::none, Tone::acute},
    {U'ï', U'Ï', Hat::none, Tone::dot},         {U'â', U'Â', Hat::circumflex, Tone::level},
    {U'à', U'À', Hat::circumflex, Tone::grave}, {U'å', U'Å', Hat::circumflex, Tone::hook},
    {U'ã', U'Ã', Hat::circumflex, Tone::tilde}, {U'á', U'Á', Hat::circumflex, Tone::acute},
    {U'ä', U'Ä', Hat::circumflex, Tone::dot},   {U'ê', U'Ê', Hat::breve, Tone::level},
    {U'è', U'È', Hat::breve, Tone::grave},      {U'ú', U'Ú', Hat::breve, Tone::hook},
    {U'ü', U'Ü', Hat::breve, Tone::tilde},      {U'é', U'É', Hat::breve, Tone::acute},
    {U'ë', U'Ë', Hat::breve, Tone::dot},
};

/// VNI: signs that are a letter by themselves.
constexpr Changed k_vni_letters[] = {
    {U'ô', U'ơ'}, {U'ö', U'ư'}, {U'ñ', U'đ'}, {U'ì', U'ì'}, {U'í', U'í'}, {U'æ', U'ỉ'},
    {U'ó', U'ĩ'}, {U'ò', U'ị'}, {U'î', U'ỵ'}, {U'Ô', U'Ơ'}, {U'Ö', U'Ư'}, {U'Ñ', U'Đ'},
    {U'Ì', U'Ì'}, {U'Í', U'Í'}, {U'Æ', U'Ỉ'}, {U'Ó', U'Ĩ'}, {U'Ò', U'Ị'}, {U'Î', U'Ỵ'},
};

const VniMark* vni_mark(char32_t c) {
  for (const VniMark& mark : k_vni_marks) {
    if (c == mark.small || c == mark.capital) return &mark;
  }
  return nullptr;
}

char32_t vni_letter(char32_t c) {
  for (const Changed& letter : k_vni_letters) {
    if (c == letter.western) return letter.meant;
  }
  return c;
}

/// None when the base bears no such hat.
std::optional<char32_t> hatted(char32_t base, Hat hat) {
  if (hat == Hat::none) return base;
  if (hat == Hat::breve) return base == U'a' ? std::optional(U'ă') : std::nullopt;
  if (base == U'a') return U'â';
  if (base == U'e') return U'ê';
  if (base == U'o') return U'ô';
  return std::nullopt;
}

/// A vowel without tone and the sign behind it; none when the two make no letter.
std::optional<char32_t> vni_pair(char32_t letter, char32_t sign) {
  const VniMark* mark = vni_mark(sign);
  const auto parts = vietnamese_letter(vni_letter(letter));
  if (mark == nullptr || !parts || parts->tone != Tone::level) return std::nullopt;
  const auto base = hatted(parts->base, mark->hat);
  if (!base) return std::nullopt;
  return letter_of({*base, mark->tone, parts->capital});
}

std::u32string read_as_vni(std::u32string_view western) {
  std::u32string out;
  out.reserve(western.size());
  for (std::size_t i = 0; i < western.size(); ++i) {
    const auto pair = i + 1 < western.size() ? vni_pair(western[i], western[i + 1]) : std::nullopt;
    out += pair ? *pair : vni_letter(western[i]);
    if (pair) ++i;
  }
  return out;
}

char32_t read_as_tcvn3(char32_t c) {
  if (c < 0xA1 || c > 0xFE) return c;
  const char32_t meant = k_tcvn3[c - 0xA1];
  return meant == 0xFFFD ? c : meant;
}

bool is_small_ascii(char32_t c) { return c >= U'a' && c <= U'z'; }
bool is_capital_ascii(char32_t c) { return c >= U'A' && c <= U'Z'; }

/// Two plain capitals and no plain small letter: what has a tone in it was meant as a capital too.
void set_capitals(std::u32string& text, std::size_t begin, std::size_t end) {
  const auto first = text.begin() + static_cast<std::ptrdiff_t>(begin);
  const auto last = text.begin() + static_cast<std::ptrdiff_t>(end);
  if (std::any_of(first, last, is_small_ascii) || std::count_if(first, last, is_capital_ascii) < 2)
    return;
  for (auto at = first; at != last; ++at) {
    auto letter = vietnamese_letter(*at);
    if (!letter) continue;
    letter->capital = true;
    *at = letter_of(*letter).value_or(*at);
  }
}

/// TCVN3 has no capitals with tones: "KÕ HO¹CH" is "KẾ HOẠCH", which a font drew so. Looked for in
/// whole lines ("Ở ĐỊA PHƯƠNG"), then in words.
void restore_capitals(std::u32string& text) {
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(U'\n', begin), text.size());
    set_capitals(text, begin, end);
    begin = end + 1;
  }
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    while (end < text.size() && vietnamese_letter(text[end])) ++end;
    set_capitals(text, begin, end);
    begin = end + 1;
  }
}

char32_t read_as_1258(char32_t c) {
  for (const Changed& changed : k_1258) {
    if (c == changed.western) return changed.meant;
  }
  return c;
}

}  // namespace

std::string_view name_of(LegacyEncoding encoding) {
  switch (encoding) {
    case LegacyEncoding::tcvn3:
      return "TCVN3 (ABC)";
    case LegacyEncoding::vni:
      return "VNI";
    case LegacyEncoding::windows_1258:
      return "windows-1258";
  }
  return {};
}

std::u32string as_western(std::string_view bytes) {
  std::u32string out;
  out.reserve(bytes.size());
  for (const char byte : bytes) {
    const char32_t c = static_cast<unsigned char>(byte);
    out += c >= 0x80 && c < 0xA0 ? k_western[c - 0x80] : c;
  }
  return out;
}

std::u32string read_as(LegacyEncoding encoding, std::u32string_view western) {
  if (encoding == LegacyEncoding::vni) return read_as_vni(western);
  std::u32string out(western);
  for (char32_t& c : out)
    c = encoding == LegacyEncoding::tcvn3 ? read_as_tcvn3(c) : read_as_1258(c);
  if (encoding == LegacyEncoding::tcvn3) restore_capitals(out);
  return out;
}

}  // namespace dondoc
