#include "engine/codec/check_calendar.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "engine/codec/calendar_codec.h"
#include "engine/codec/json_document.h"

namespace dondoc {
namespace {

struct FixedHoliday {
  unsigned month;
  unsigned day;
  std::string_view name;
};

/// Labour Code 2019, art. 112; the same days off stood in the Codes of 1994 and 2012.
constexpr std::array<FixedHoliday, 4> k_fixed = {{{1, 1, "Tết Dương lịch"},
                                                  {4, 30, "Ngày Chiến thắng"},
                                                  {5, 1, "Ngày Quốc tế lao động"},
                                                  {9, 2, "Quốc khánh"}}};
constexpr int k_make_up_days =
    7;  ///< how long after a holiday on a weekend its day in lieu may come

bool is_weekend(LocalDate date) { return date.iso_weekday() >= 6; }

void check_entry(const CalendarEntry& entry, int year, const std::string& pointer, Faults& faults) {
  if (entry.date.year() != year) {
    faults.add(pointer + "/date", fmt::format("{} is not in {}", entry.date.iso(), year));
    return;
  }
  if (entry.kind == DayKind::make_up && !is_weekend(entry.date)) {
    faults.add(
        pointer + "/date",
        fmt::format("{} is a weekday; only a weekend day is worked in exchange", entry.date.iso()));
  }
  if (entry.kind == DayKind::holiday && is_weekend(entry.date)) {
    faults.add(
        pointer + "/date",
        fmt::format("{} is a weekend day and off anyway; list the day in lieu", entry.date.iso()));
  }
}

class FixedDays {
 public:
  explicit FixedDays(const CalendarYear& year) : year_(year.year) {
    for (const auto& entry : year.entries) {
      if (entry.kind == DayKind::holiday) free_.insert(entry.date);
    }
    for (const auto& fixed : k_fixed) fixed_.insert(date_of(fixed));
  }

  void check(Faults& faults) {
    for (const auto& fixed : k_fixed) {
      auto date = date_of(fixed);
      bool listed = is_weekend(date) ? takes_day_in_lieu(date) : free_.count(date) != 0;
      if (listed) continue;
      faults.add(
          "/days",
          fmt::format("{} ({}) is missing{}", date.iso(), fixed.name,
                      is_weekend(date) ? ": it falls on a weekend and needs a day in lieu" : ""));
    }
  }

 private:
  LocalDate date_of(const FixedHoliday& fixed) const {
    return *LocalDate::of(year_, fixed.month, fixed.day);
  }

  /// Each holiday on a weekend needs a day of its own, which is no other fixed holiday.
  bool takes_day_in_lieu(LocalDate date) {
    for (int days = 1; days <= k_make_up_days; ++days) {
      auto candidate = date + CalendarDays{days};
      if (fixed_.count(candidate) == 0 && free_.erase(candidate) != 0) return true;
    }
    return false;
  }

  int year_;
  std::set<LocalDate> free_;
  std::set<LocalDate> fixed_;
};

}  // namespace

void check_calendar(const CalendarYear& year, Faults& faults) {
  std::map<LocalDate, std::size_t> seen;
  for (std::size_t i = 0; i < year.entries.size(); ++i) {
    const auto& entry = year.entries[i];
    if (entry.date == k_unreadable_day) continue;
    auto pointer = pointer_to("/days", i);
    check_entry(entry, year.year, pointer, faults);
    auto [first, is_new] = seen.emplace(entry.date, i);
    if (!is_new) {
      faults.add(pointer + "/date",
                 fmt::format("{} already stands at /days/{}", entry.date.iso(), first->second));
    }
  }
  if (year.standing == YearStanding::announced) FixedDays(year).check(faults);
}

}  // namespace dondoc
