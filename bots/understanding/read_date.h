// Dates as people type them (domain.md §3): "27/11", "27-11-2023", "ngày 27", "mai", "thứ 6", "cuối
// tuần", "3 ngày nữa". Pure functions; safe from any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "bots/understanding/utterance.h"
#include "engine/time/time.h"

namespace dondoc::understanding {

struct FoundDate {
  LocalDate date;
  std::size_t begin = 0;               ///< first word
  std::size_t end = 0;                 ///< behind the last word
  std::optional<TimeOfDay> time = {};  ///< "10h", "chiều"
  std::optional<LocalDate> from = {};  ///< "tuần sau": its Monday; `date` is its Friday
  std::string_view part_of_day = {};   ///< "sáng", "trưa", "chiều", "tối"; constant
  bool exact_time = false;             ///< "10h" rather than "chiều"
};

/// Which days are looked for: those to come (and today), or those gone by ("hôm qua", "thứ 6 tuần
/// trước", "10/11" in the middle of November).
enum class Days { ahead, gone };

/// The first date at or after word `from`. Without a year: the nearest such day that is not past. A
/// fraction before a counted noun ("2/3 cuộc") is not a date; a day that does not exist (31/2) is
/// none.
std::optional<FoundDate> find_date(const Utterance& text, LocalDate today, std::size_t from = 0);

/// The date that begins exactly at word `at`.
std::optional<FoundDate> date_at(const Utterance& text, LocalDate today, std::size_t at,
                                 Days days = Days::ahead);

/// "10h", "10h30", "15:00", "sáng", "chiều", at word `at`; `length` is the number of words.
struct FoundTime {
  TimeOfDay time;
  std::size_t length = 0;
  std::string_view part_of_day = {};  ///< empty for a time by the clock
};
std::optional<FoundTime> time_at(const Utterance& text, std::size_t at);

/// "3 ngày", "05 ngày làm việc", "một tuần", "nửa tháng": a span, found anywhere at or after
/// `from`.
struct FoundSpan {
  int count = 0;
  bool working_days = false;
  std::size_t begin = 0;
  std::size_t end = 0;
};
std::optional<FoundSpan> find_span(const Utterance& text, std::size_t from = 0);

/// The span that begins exactly at word `at`.
std::optional<FoundSpan> span_at(const Utterance& text, std::size_t at);

/// Whether word `at` is what is counted in a plan: "cuộc", "lớp", "xã", …
bool is_counted_noun(const Utterance& text, std::size_t at);

}  // namespace dondoc::understanding
