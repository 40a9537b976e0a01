#include "bots/talk/read_figure.h"

#include <algorithm>
#include <array>

#include "bots/talk/command_words.h"
#include "bots/understanding/read_number.h"

namespace dondoc::talk {
namespace {

constexpr std::int64_t k_largest = 9'000'000'000'000'000;

ReadFigure why_not(Reading reading) { return {reading, {}, false}; }

bool is_estimate(const Utterance& text) {
  for (std::string_view word : {"khoang", "uoc", "uoc tinh", "uoc khoang", "tam", "chung"}) {
    if (text.has(word)) return true;
  }
  return text.text().find('~') != std::string::npos;
}

std::string core(const Utterance& text) {
  std::string words;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool polite = is_courtesy(text, i) && text.folded(i) != "co";
    if (!polite) words += (words.empty() ? "" : " ") + text.folded(i);
  }
  return words;
}

/// "không", "không có", "chưa có": nothing was done, the count is 0.
bool means_zero(const Utterance& text) {
  static constexpr std::array<std::string_view, 10> k_zero = {
      "khong",   "khong co",        "ko",           "ko co",         "k co",
      "chua co", "khong phat sinh", "ko phat sinh", "khong su dung", "khong chi"};
  const std::string words = core(text);
  return std::find(k_zero.begin(), k_zero.end(), words) != k_zero.end();
}

ReadFigure whole(const FoundNumber& number) {
  if (number.value > static_cast<double>(k_largest)) return why_not(Reading::out_of_range);
  if (!number.is_whole) return why_not(Reading::not_whole);
  return {Reading::value, number.whole, false};
}

ReadFigure decimal_number(FieldType type, const FoundNumber& number) {
  if (type == FieldType::percent && number.value > 100) return why_not(Reading::out_of_range);
  return {Reading::value, number.value, false};
}

ReadFigure number_in(FieldType type, const Utterance& text) {
  const auto numbers = find_numbers(text.folded_text());
  if (numbers.empty()) {
    if (!means_zero(text)) return why_not(Reading::nothing);
    const bool is_decimal = type == FieldType::percent || type == FieldType::score;
    return {Reading::value, is_decimal ? FigureValue(0.0) : FigureValue(std::int64_t{0}), false};
  }
  if (numbers.size() > 1) return why_not(Reading::several);
  const FoundNumber& number = numbers.front();
  if (number.is_part) return why_not(Reading::nothing);
  if (number.negative) return why_not(Reading::out_of_range);
  const bool is_decimal = type == FieldType::percent || type == FieldType::score;
  if (number.is_percent && !is_decimal) return why_not(Reading::nothing);
  ReadFigure read = is_decimal ? decimal_number(type, number) : whole(number);
  read.estimate = is_estimate(text);
  return read;
}

ReadFigure yes_or_no(const Utterance& text) {
  const std::string words = core(text);
  for (std::string_view yes : {"co", "da co", "co roi", "yes", "1", "dung", "dat", "da lam"}) {
    if (words == yes) return {Reading::value, std::int64_t{1}, false};
  }
  for (std::string_view no : {"khong", "ko", "k", "chua", "chua co", "khong co", "no", "0"}) {
    if (words == no) return {Reading::value, std::int64_t{0}, false};
  }
  return why_not(Reading::nothing);
}

/// The signed paper goes another way; a file itself does not come as text.
ReadFigure way_of_sending(const Utterance& text) {
  static constexpr std::array<std::string_view, 9> k_ways = {
      "van thu", "truc lien thong", "lien thong", "email",        "mail",
      "da gui",  "ban giay",        "da nop",     "gui truc tiep"};
  const bool named = std::any_of(k_ways.begin(), k_ways.end(),
                                 [&](std::string_view way) { return text.has(way); });
  if (!named) return why_not(Reading::nothing);
  return {Reading::value, text.typed_from(0), false};
}

}  // namespace

ReadFigure read_figure(FieldType type, const Utterance& text) {
  switch (type) {
    case FieldType::yes_no:
      return yes_or_no(text);
    case FieldType::file:
      return way_of_sending(text);
    case FieldType::text:
      if (text.empty()) return why_not(Reading::nothing);
      return {Reading::value, text.typed_from(0), false};
    default:
      return number_in(type, text);
  }
}

bool says_nothing(const Utterance& text) {
  static constexpr std::array<std::string_view, 16> k_nothing = {"khong",
                                                                 "khong co",
                                                                 "ko",
                                                                 "ko co",
                                                                 "ko co gi",
                                                                 "k co gi",
                                                                 "hong co gi",
                                                                 "k co",
                                                                 "khong co gi",
                                                                 "khong co vuong mac",
                                                                 "khong vuong mac",
                                                                 "khong phat sinh",
                                                                 "khong co kho khan",
                                                                 "khong co y kien",
                                                                 "chua co",
                                                                 "khong kho khan"};
  const std::string words = core(text);
  return std::find(k_nothing.begin(), k_nothing.end(), words) != k_nothing.end();
}

}  // namespace dondoc::talk
