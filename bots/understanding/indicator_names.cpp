#include "bots/understanding/indicator_names.h"

#include <vector>

namespace dondoc::understanding {

bool is_noun_as_typed(const Utterance& text, std::size_t at) {
  static const std::unordered_map<std::string_view, std::vector<std::string_view>> k_typed = {
      {"den", {"đèn"}},    {"to", {"tờ"}},       {"ha", {"ha"}},   {"tan", {"tấn"}},
      {"anh", {"ảnh"}},    {"quyen", {"quyển"}}, {"mui", {"mũi"}}, {"lieu", {"liều"}},
      {"dot", {"đợt"}},    {"doi", {"đội"}},     {"tin", {"tin"}}, {"xa", {"xã"}},
      {"lan", {"lần"}},    {"ho", {"hộ"}},       {"ca", {"ca"}},   {"cay", {"cây"}},
      {"con", {"con"}},    {"vu", {"vụ"}},       {"ap", {"ấp"}},   {"met", {"mét"}},
      {"xe", {"xe"}},      {"lop", {"lớp"}},     {"bai", {"bài"}}, {"dam", {"đám"}},
      {"phien", {"phiên"}}};
  const auto found = k_typed.find(text.folded(at));
  if (found == k_typed.end()) return true;
  return std::any_of(found->second.begin(), found->second.end(),
                     [&](std::string_view word) { return text.could_be(at, word); });
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
