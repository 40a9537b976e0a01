#include "intake/source/legacy_fonts.h"

#include <algorithm>
#include <string>
#include <vector>

#include "intake/source/code_points.h"
#include "intake/source/decode_text.h"
#include "intake/source/vietnamese_letters.h"

namespace dondoc {
namespace {

/// Has signs of Latin-1, and no letter or mark that only Unicode gives to Vietnamese.
bool could_be_legacy(std::u32string_view text) {
  const auto is_unicode = [](char32_t c) {
    return (c >= 0x300 && c < 0x370) || (c >= 0x100 && vietnamese_letter(c).has_value());
  };
  const auto is_latin_1 = [](char32_t c) { return c > 0xA0 && c <= 0xFF; };
  return std::any_of(text.begin(), text.end(), is_latin_1) &&
         std::none_of(text.begin(), text.end(), is_unicode);
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c & '\x80') == 0; });
}

std::vector<std::string*> texts_of(SourceDocument& document) {
  std::vector<std::string*> texts;
  for (SourceBlock& block : document.blocks) {
    texts.push_back(&block.text);
    for (std::string& cell : block.cells) texts.push_back(&cell);
  }
  return texts;
}

}  // namespace

std::optional<LegacyEncoding> read_legacy_fonts(SourceDocument& document) {
  constexpr double k_is_vietnamese = 0.6;
  struct Suspect {
    std::string* text;
    std::u32string points;
    double share;  ///< of syllables, as it stands
  };
  std::vector<Suspect> suspects;
  std::u32string evidence;
  bool has_unicode = false;
  for (std::string* text : texts_of(document)) {
    if (is_ascii(*text)) continue;
    std::u32string points = code_points_of(*text);
    if (!could_be_legacy(points)) {
      has_unicode |= syllables_in(points).syllables > 0;
      continue;
    }
    // "và các xã" has no letter beyond Latin-1 either: as it stands it is Vietnamese.
    const double share = syllables_in(points).share();
    if (share < k_is_vietnamese) evidence += points + U"\n";
    suspects.push_back({text, std::move(points), share});
  }
  if (evidence.empty()) return std::nullopt;
  const auto encoding = legacy_encoding_of(evidence);
  if (!encoding || *encoding == LegacyEncoding::windows_1258) return std::nullopt;
  for (const Suspect& suspect : suspects) {
    std::u32string read = read_as(*encoding, suspect.points);
    const double share = syllables_in(read).share();
    // "Hé" alone is a word either way: what the rest is written in decides.
    const bool is_better = share > suspect.share || (share == suspect.share && !has_unicode);
    if (is_better) *suspect.text = utf8_of(read);
  }
  return encoding;
}

}  // namespace dondoc
