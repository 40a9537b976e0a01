#include "intake/language/due_resolution.h"

#include <fmt/format.h>

#include <algorithm>

namespace dondoc::intake {
namespace {

constexpr int k_june = 6, k_december = 12;

/// The plan's own year first, then the year of signing, then the next: never before the signing.
int year_for(const Point& point, const DateFrame& frame) {
  if (!frame.signed_on) return frame.title_year > 0 ? frame.title_year : frame.year;
  std::vector<int> years;
  constexpr unsigned k_last_quarter = 10;  // "đăng ký đề án năm 2026" in March: dates of this year
  const bool long_before =
      frame.title_year > frame.signed_on->year() && frame.signed_on->month() < k_last_quarter;
  if (long_before) years.push_back(frame.signed_on->year());
  if (frame.title_year > 0) years.push_back(frame.title_year);
  years.push_back(frame.signed_on->year());
  years.push_back(frame.signed_on->year() + 1);
  for (int year : years) {
    Point dated = point;
    dated.year = year;
    const auto last = last_day(dated);
    if (last && *last >= *frame.signed_on) return year;
  }
  return frame.signed_on->year();
}

Point with_year(Point point, const DateFrame& frame) {
  if (point.next_year) {
    const int own = frame.title_year > 0 ? frame.title_year : frame.year;
    const int year =
        frame.signed_on && own < frame.signed_on->year() ? frame.signed_on->year() : own;
    if (year > 0) point.year = year + 1;
    point.next_year = false;
  }
  if (!point.year) {
    if (const int year = year_for(point, frame); year > 0) point.year = year;
  }
  return point;
}

/// "2025-11-15", "2025-11", "2025": as exact as it is stated.
std::string written(const Point& point) {
  if (!point.year) return {};
  if (point.day) {
    const auto date = first_day(point);
    return date ? date->iso() : std::string();
  }
  if (point.month) return fmt::format("{:04}-{:02}", *point.year, *point.month);
  if (point.quarter) return fmt::format("{:04}-{:02}", *point.year, *point.quarter * 3 - 2);
  return fmt::format("{:04}", *point.year);
}

/// "vào các đêm 28/12, 15/01 và 08/02": the first lies in the year before the others.
std::vector<Point> in_order(const std::vector<Point>& stated, const DateFrame& frame) {
  std::vector<Point> points = stated;
  for (Point& point : points) point = with_year(point, frame);
  for (std::size_t i = points.size(); i-- > 1;) {
    Point& point = points[i - 1];
    const Point& next = points[i];
    const bool turns = point.is_day() && next.is_day() && point.month && next.month &&
                       *point.month > *next.month && point.year && point.year == next.year;
    if (!turns || stated[i - 1].year) continue;
    point.year = *next.year - 1;
    const auto day = last_day(point);
    if (day && frame.signed_on && *day < *frame.signed_on) point.year = *next.year;
  }
  return points;
}

std::optional<StatedDue> due_at(const Point& stated, Limit limit, const DateFrame& frame) {
  const Point point = with_year(stated, frame);
  if (!point.year) return std::nullopt;
  StatedDue due;
  due.inclusive = limit != Limit::before;
  if (point.is_month() || (point.is_year() && point.year_end)) {
    due.form = DueForm::month;
    due.year = *point.year;
    due.month = point.month.value_or(k_december);
    return due;
  }
  due.form = DueForm::date;
  due.date = last_day(point);
  if (!due.date) return std::nullopt;
  return due;
}

/// "Tháng 11, 12/2013": each begins where the one before it ends; "Tháng 9/2024, tháng 9/2025" are
/// two.
bool are_neighbours(const std::vector<Point>& points) {
  const auto number = [](const Point& point) {
    const int year = point.year.value_or(0);
    if (point.is_day()) {
      const auto day = point.month ? last_day(point) : std::nullopt;
      return day ? day->days_since_1970() : 0;
    }
    if (point.is_quarter()) return year * 4 + *point.quarter;
    return point.is_month() ? year * 12 + *point.month : year;
  };
  for (std::size_t i = 1; i < points.size(); ++i) {
    if (number(points[i]) - number(points[i - 1]) != 1) return false;
  }
  return true;
}

StatedDue due_of(const Rhythm& rhythm, const Point* point, bool inclusive) {
  StatedDue due;
  due.form = DueForm::every;
  due.every = rhythm.every;
  due.interval = rhythm.interval;
  due.times = rhythm.times;
  due.inclusive = inclusive;
  if (point == nullptr || !point->day) {
    if (point != nullptr && point->month && rhythm.every == DueEvery::year)
      due.month_of_due = point->month;
    return due;
  }
  const bool in_days = rhythm.every == DueEvery::day || rhythm.every == DueEvery::week;
  if (in_days) return due;  // "2 tuần một lần (vào ngày 15 …)": no day of a week
  due.day = point->day;
  due.month_stated = point->month.has_value();
  if (rhythm.every == DueEvery::year) {
    due.month_of_due = point->month                              ? point->month
                       : point->day_of == DayOf::last_of_quarter ? std::optional(k_december)
                                                                 : std::nullopt;
  }
  if (rhythm.every == DueEvery::half_year) due.month_of_due = point->month.value_or(k_june);
  return due;
}

}  // namespace

std::vector<StatedDue> dues_of(const TimeExpression& time, const DateFrame& frame) {
  std::vector<StatedDue> dues;
  if (time.points.empty()) return dues;
  if (time.form == TimeForm::period || time.range) {
    auto due = due_at(time.points.back(), time.limit, frame);
    if (!due) return dues;
    Point from = time.range ? time.points.front() : time.from.value_or(Point{});
    if (!from.year) from.year = time.points.back().year;
    if (time.range || time.from) due->from = written(with_year(from, frame));
    return {*due};
  }
  for (const Point& point : in_order(time.points, frame)) {
    if (auto due = due_at(point, time.limit, frame)) dues.push_back(std::move(*due));
  }
  const bool limits = time.limit == Limit::before || time.limit == Limit::by;
  const bool stretches = dues.size() > 1 && are_neighbours(in_order(time.points, frame)) &&
                         !(limits && time.points.front().is_day());  // "ngày 15 và 16/4/2025"
  if (stretches) {  // "Quý IV/2013, Quý I/2014": one stretch of work
    StatedDue last = dues.back();
    last.from = written(with_year(time.points.front(), frame));
    return {last};
  }
  return dues;
}

std::vector<StatedDue> dues_of(const std::vector<Rhythm>& rhythms, const TimeExpression* days) {
  std::vector<StatedDue> dues;
  if (days != nullptr && days->range) {  // "tháng 10 - 11 hằng năm": by its end
    TimeExpression last = *days;
    last.range = false;
    last.points = {days->points.back()};
    return dues_of(rhythms, &last);
  }
  const std::size_t points = days == nullptr ? 0 : days->points.size();
  const bool inclusive = days == nullptr || days->limit != Limit::before;
  const auto point = [&](std::size_t i) {
    return points == 0 ? nullptr : &days->points[std::min(i, points - 1)];
  };
  if (rhythms.size() == 1) {
    for (std::size_t i = 0; i < std::max<std::size_t>(points, 1); ++i)
      dues.push_back(due_of(rhythms[0], point(i), inclusive));
    return dues;
  }
  for (std::size_t i = 0; i < rhythms.size(); ++i)
    dues.push_back(due_of(rhythms[i], point(points == rhythms.size() ? i : 0), inclusive));
  return dues;
}

std::optional<LocalDate> end_of(const StatedDue& due) {
  if (due.form == DueForm::date) return due.date;
  if (due.form != DueForm::month) return std::nullopt;
  const auto first = LocalDate::of(due.year, static_cast<unsigned>(due.month), 1);
  return first ? std::optional(first->last_of_month()) : std::nullopt;
}

bool same_due(const StatedDue& a, const StatedDue& b) {
  if (a.form != b.form) return false;
  switch (a.form) {
    case DueForm::date:
      return a.date == b.date;
    case DueForm::month:
      return a.year == b.year && a.month == b.month;
    case DueForm::every:
      return a.every == b.every && a.day == b.day && a.month_of_due == b.month_of_due;
    case DueForm::unspecified:
      return true;
  }
  return false;
}

}  // namespace dondoc::intake
