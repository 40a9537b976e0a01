#include "bots/understanding/beginnings.h"

#include <array>

#include "bots/understanding/number_words.h"
#include "bots/understanding/phrase.h"

namespace dondoc::understanding {
namespace {

// Whoever teaches read_date.cpp or read_time.cpp another way to begin adds its first word here.
constexpr auto k_first_of_time = std::to_array<LiteralWord>(
    {"buổi", "đầu", "cuối", "sáng", "sớm", "trưa", "chiều", "tối", "đêm"});
constexpr auto k_first_of_date = std::to_array<LiteralWord>(
    {"lúc",  "ngày", "hôm", "mùng", "mồng",  "bữa",   "trong", "mai", "mốt",
     "chủ",  "cn",   "thứ", "t2",   "t3",    "t4",    "t5",    "t6",  "t7",
     "giữa", "hết",  "nội", "tuần", "trung", "tháng", "hồi",   "cách"});

template <std::size_t count>
constexpr void add(WordFilter& filter, const std::array<LiteralWord, count>& words) {
  for (const LiteralWord& word : words) {
    filter.add(word.folded);
    filter.add(word.accented);
  }
}

constexpr WordFilter filter_of_times() {
  WordFilter filter;
  add(filter, k_first_of_time);
  return filter;
}

constexpr WordFilter filter_of_dates() {
  WordFilter filter = filter_of_times();
  add(filter, k_first_of_date);
  return filter;
}

bool may_begin(const WordFilter& filter, const Utterance& text, std::size_t at) {
  const char first = text.folded(at).front();
  return (first >= '0' && first <= '9') || filter.may_hold(text.key(at)) ||
         filter.may_hold(text.typed_key(at)) || may_begin_number(text, at);
}

}  // namespace

bool may_begin_date(const Utterance& text, std::size_t at) {
  static constexpr WordFilter k_beginnings = filter_of_dates();
  return may_begin(k_beginnings, text, at);
}

bool may_begin_time(const Utterance& text, std::size_t at) {
  static constexpr WordFilter k_beginnings = filter_of_times();
  return may_begin(k_beginnings, text, at);
}

}  // namespace dondoc::understanding
