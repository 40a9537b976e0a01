#include "bots/understanding/indicator_names.h"

#include <array>

namespace dondoc::understanding {

bool is_noun_as_typed(const Utterance& text, std::size_t at) {
  static constexpr auto k_typed = std::to_array<LiteralWord>(
      {"đèn", "tờ", "ha",  "tấn", "ảnh", "quyển", "mũi", "liều", "đợt", "đội", "tin", "xã",   "lần",
       "hộ",  "ca", "cây", "con", "vụ",  "ấp",    "mét", "xe",   "lớp", "bài", "đám", "phiên"});
  for (const LiteralWord& word : k_typed) {
    if (word.folded == text.key(at)) return text.could_be(at, word);
  }
  return true;
}

Names::Names(std::span<const IndicatorName> names) {
  for (const IndicatorName& one : names) {
    std::string_view rest = one.phrase;
    WordKey row = 0;
    while (!rest.empty()) {
      const auto space = std::min(rest.find(' '), rest.size());
      const WordKey word = key_of(rest.substr(0, space));
      if (row == 0) begins_.add(word);
      row = joined(row, word);
      rest.remove_prefix(std::min(space + 1, rest.size()));
    }
    slugs_.emplace(row, one.slug);
  }
}

Names::Found Names::at(const Utterance& text, std::size_t at) const {
  Found best;
  if (at >= text.size() || !begins_.may_hold(text.key(at))) return best;
  WordKey row = 0;
  for (std::size_t n = 1; n <= k_noun_words && at + n <= text.size(); ++n) {
    if (n > 1 && text.words()[at + n - 2].mark != 0) break;
    row = joined(row, text.key(at + n - 1));
    if (n == 1 && !is_noun_as_typed(text, at)) continue;
    if (const std::string_view* slug = slugs_.find(row)) best = {*slug, n};
  }
  return best;
}

const Names& nouns() {
  static const Names names(counted_nouns());
  return names;
}
const Names& money() {
  static const Names names(kinds_of_money());
  return names;
}
const Names& shares() {
  static const Names names(shares_of());
  return names;
}

}  // namespace dondoc::understanding
