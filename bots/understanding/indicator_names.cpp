#include "bots/understanding/indicator_names.h"

#include <array>

namespace dondoc::understanding {

bool is_noun_as_typed(const Utterance& text, std::size_t at) {
  static constexpr auto k_typed = std::to_array<LiteralWord>(
      {"đèn", "tờ",  "ha", "tấn", "ảnh", "quyển", "mũi", "liều", "đợt", "đội", "tin", "xã", "lần",
       "hộ",  "ca",  "cây", "con", "vụ", "ấp",    "mét", "xe",   "lớp", "bài", "đám", "phiên"});
  for (const LiteralWord& word : k_typed) {
    if (word.folded == text.key(at)) return text.could_be(at, word);
  }
  return true;
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
