#include "simulation/check/own_calendar.h"

namespace dondoc::simulation {
namespace {

constexpr CalendarDays k_day{1};

void forget_year(std::set<LocalDate>& days, int year) {
  std::erase_if(days, [year](LocalDate day) { return day.year() == year; });
}

/// 1970-01-01 was a Thursday.
bool is_weekend(LocalDate day) {
  const int since_monday = ((day.days_since_1970() + 3) % 7 + 7) % 7;
  return since_monday >= 5;
}

}  // namespace

void OwnCalendar::take(Json year) {
  const int number = static_cast<int>(whole_in(year, "year"));
  forget_year(off_, number);
  forget_year(worked_, number);
  for (const Json entry : list_in(year, "entries")) {
    const auto day = date_in(entry, "date");
    if (!day) continue;
    (text_in(entry, "kind") == "holiday" ? off_ : worked_).insert(*day);
  }
}

bool OwnCalendar::is_worked(LocalDate day) const {
  return is_weekend(day) ? worked_.contains(day) : !off_.contains(day);
}

LocalDate OwnCalendar::worked_from(LocalDate day) const {
  while (!is_worked(day)) day = day + k_day;
  return day;
}

LocalDate OwnCalendar::worked_before(LocalDate day) const {
  while (!is_worked(day)) day = day - k_day;
  return day;
}

LocalDate OwnCalendar::worked_days_from(LocalDate day, int count) const {
  while (count > 0) {
    day = day + k_day;
    if (is_worked(day)) --count;
  }
  while (count < 0) {
    day = day - k_day;
    if (is_worked(day)) ++count;
  }
  return day;
}

}  // namespace dondoc::simulation
