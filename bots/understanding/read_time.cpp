#include <charconv>
#include <string_view>

#include "bots/understanding/beginnings.h"
#include "bots/understanding/number_words.h"
#include "bots/understanding/read_date.h"

namespace dondoc::understanding {
namespace {

std::optional<int> number(std::string_view text) {
  int value = 0;
  if (text.empty() || text.size() > 2) return std::nullopt;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// "10h", "10h30", "15:00" in one word.
std::optional<TimeOfDay> clock_in(std::string_view word) {
  if (word.empty() || word.front() < '0' || word.front() > '9') return std::nullopt;
  const auto mark = word.find_first_of("h:g");
  if (mark == word.npos || mark == 0 || mark > 2) return std::nullopt;
  auto hour = number(word.substr(0, mark));
  auto minute = mark + 1 == word.size() ? std::optional<int>(0) : number(word.substr(mark + 1));
  if (!hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
  return TimeOfDay::at(*hour, *minute);
}

/// "8 giờ", "8 giờ 30", "8 giờ rưỡi".
std::optional<FoundTime> spoken_clock(const Utterance& text, std::size_t at) {
  auto hour = small_number(text, at);
  if (!hour || *hour > 23 || text.phrase_at(at + 1, "gio") == 0) return std::nullopt;
  if (text.phrase_at(at + 2, "ruoi") > 0) return FoundTime{TimeOfDay::at(*hour, 30), 3};
  auto minute = at + 2 < text.size() && text.folded(at + 2).size() == 2
                    ? number(text.folded(at + 2))
                    : std::nullopt;
  if (minute && *minute <= 59 && !is_counted_noun(text, at + 3))
    return FoundTime{TimeOfDay::at(*hour, *minute), 3};
  return FoundTime{TimeOfDay::at(*hour, 0), 2};
}

/// An hour said with a part of the day: "3h chiều" is 15:00, "7h tối" 19:00.
FoundTime in_part_of_day(FoundTime time, const Utterance& text, std::size_t behind) {
  const bool late = text.could_be(behind, "chiều") || text.could_be(behind, "tối");
  if (late && time.time.minutes < 12 * 60) time.time.minutes += 12 * 60;
  return time;
}

}  // namespace

std::optional<FoundTime> time_at(const Utterance& text, std::size_t at) {
  if (at >= text.size() || !may_begin_time(text, at)) return std::nullopt;
  const std::size_t skip = text.any_at(at, {"buoi", "dau gio", "cuoi gio"});
  const std::size_t here = at + skip;
  if (text.could_be(here, "sáng") ||
      (text.could_be(here, "sớm") && text.any_at(here + 1, {"mai", "ngay mai"}) > 0))
    return FoundTime{TimeOfDay::at(11, 0), skip + 1, "sáng"};
  if (text.could_be(here, "trưa")) return FoundTime{TimeOfDay::at(13, 30), skip + 1, "trưa"};
  if (text.could_be(here, "chiều")) {
    const std::size_t evening =
        text.could_be(here + 1, "tối") && !text.words()[here + 1].plain ? 2 : 1;
    return FoundTime{TimeOfDay::at(16, 30), skip + evening, "chiều"};
  }
  // Without diacritics "toi" is "tới" or "tôi" as well.
  const bool is_sure = here < text.size() &&
                       (!text.words()[here].plain || text.phrase_at(here, "toi nay") > 0 ||
                        text.phrase_at(here, "toi mai") > 0 || text.phrase_at(here, "toi qua") > 0);
  if (is_sure && (text.could_be(here, "tối") || text.could_be(here, "đêm")))
    return FoundTime{TimeOfDay::at(21, 0), skip + 1, "tối"};
  if (skip > 0) return std::nullopt;
  if (auto clock = clock_in(text.folded(at))) return in_part_of_day({*clock, 1, {}}, text, at + 1);
  if (auto spoken = spoken_clock(text, at))
    return in_part_of_day(*spoken, text, at + spoken->length);
  return std::nullopt;
}

std::optional<FoundSpan> span_at(const Utterance& text, std::size_t at) {
  if (auto n = text.phrase_at(at, "nua thang")) return FoundSpan{15, false, at, at + n};
  if (auto n = text.phrase_at(at, "nua tuan")) return FoundSpan{3, false, at, at + n};
  const auto count = small_number(text, at);
  if (!count || *count == 0) return std::nullopt;
  const bool after_noun =
      at > 0 && (text.phrase_at(at - 1, "ngay") > 0 || text.phrase_at(at - 1, "thu") > 0);
  if (after_noun) return std::nullopt;
  const std::size_t unit = at + 1;
  if (auto n = text.phrase_at(unit, "ngay lam viec")) return FoundSpan{*count, true, at, unit + n};
  if (text.phrase_at(unit, "tuan") > 0) return FoundSpan{*count * 7, false, at, unit + 1};
  if (text.phrase_at(unit, "thang") > 0 && *count <= 6 && text.folded(at) != "11" &&
      !text.phrase_at(unit + 1, "10"))
    return FoundSpan{*count * 30, false, at, unit + 1};
  if (text.any_at(unit, {"ngay", "hom", "bua"}) > 0) return FoundSpan{*count, false, at, unit + 1};
  return std::nullopt;
}

std::optional<FoundSpan> find_span(const Utterance& text, std::size_t from) {
  for (std::size_t i = from; i < text.size(); ++i) {
    if (auto span = span_at(text, i)) return span;
  }
  return std::nullopt;
}

}  // namespace dondoc::understanding
