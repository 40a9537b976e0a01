#include "bots/understanding/date_beginnings.h"

#include <array>

#include "bots/understanding/phrase.h"
#include "bots/understanding/number_words.h"

namespace dondoc::understanding {
namespace {

// Whoever teaches read_date.cpp another way to begin adds its first word here.
constexpr auto k_first_words = std::to_array<LiteralWord>(
    {"lúc",  "ngày", "hôm",  "mùng", "mồng", "bữa",   "trong", "mai",   "mốt",
     "chủ",  "cn",   "thứ",  "t2",   "t3",   "t4",    "t5",    "t6",    "t7",
     "đầu",  "giữa", "cuối", "hết",  "nội",  "tuần",  "trung", "tháng", "hồi",
     "cách", "buổi", "sáng", "sớm",  "trưa", "chiều", "tối",   "đêm"});

constexpr WordFilter made_filter() {
  WordFilter filter;
  for (const LiteralWord& word : k_first_words) {
    filter.add(word.folded);
    filter.add(word.accented);
  }
  return filter;
}

}  // namespace

bool may_begin_date(const Utterance& text, std::size_t at) {
  static constexpr WordFilter k_beginnings = made_filter();
  const char first = text.folded(at).front();
  return (first >= '0' && first <= '9') || k_beginnings.may_hold(text.key(at)) ||
         k_beginnings.may_hold(text.typed_key(at)) || may_begin_number(text, at);
}

}  // namespace dondoc::understanding
