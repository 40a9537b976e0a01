// A point or stretch of the calendar as it is written: "25/11/2023", "ngày 5 tháng 6", "tháng
// 12/2025", "quý IV-2025", "năm 2030", "ngày 05 của tháng cuối quý".
// Pure; safe from any thread.
#pragma once

#include <cstddef>
#include <optional>

#include "engine/time/time.h"
#include "intake/language/token.h"

namespace dondoc::intake {

/// Which month a day without a month lies in.
enum class DayOf {
  stated,
  every_month,
  first_of_quarter,
  middle_of_quarter,
  last_of_quarter,
  next_month
};

struct Point {
  std::optional<int> day, month, quarter, year;
  DayOf day_of = DayOf::stated;
  bool year_end = false;   ///< "cuối năm"
  bool next_year = false;  ///< "tháng 4 năm sau": of the year behind the plan's
  std::size_t end = 0;     ///< token behind it

  bool is_day() const { return day.has_value(); }
  bool is_month() const { return !day && month; }
  bool is_quarter() const { return !day && !month && quarter; }
  bool is_year() const { return !day && !month && !quarter && (year || year_end); }
};

/// Whether a number that nothing names (`25/11`, `12/2025`) may be a date here.
enum class Bare { refused, accepted };

/// The point that begins at token `at`; an hour before it is passed over.
std::optional<Point> point_at(const Tokens& tokens, std::size_t at, Bare bare);

/// The last day of the point. Requires: it has a year. No value for a day that does not exist.
std::optional<LocalDate> last_day(const Point& point);
std::optional<LocalDate> first_day(const Point& point);

}  // namespace dondoc::intake
