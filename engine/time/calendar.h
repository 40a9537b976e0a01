// The working-day calendar (design §6, domain.md §2.3): weekends, public holidays, exchanged
// working days, year by year, each entry with its source. Immutable values; safe from any thread.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/time/time.h"

namespace dondoc {

enum class DayKind {
  holiday,  ///< a weekday that is off
  make_up,  ///< a weekend day that is worked in exchange for a weekday off
};

struct CalendarEntry {
  LocalDate date;
  DayKind kind;
  std::string name;    ///< as people say it: "Tết Nguyên đán", "Giỗ Tổ Hùng Vương"
  std::string source;  ///< number of the notice or article of the law that sets it
};

enum class YearStanding {
  announced,    ///< the authority has published the table
  provisional,  ///< not announced: fixed dates by law and computed lunar dates
};

struct CalendarYear {
  int year = 0;
  YearStanding standing = YearStanding::provisional;
  std::string source;
  std::vector<CalendarEntry> entries;  ///< in order of date, no date twice
};

/// Fixed and computed lunar public holidays of a year for which no table is published, by the
/// Labour Code 2019 art. 111–112 (before 2021: by the code of the time) and Resolution
/// 28/2026/QH16; always `provisional`. Exchanged days are not guessed. Requires: 1990 <= year <=
/// 2199 (CHECKed).
CalendarYear provisional_year(int year);

class Calendar {
 public:
  Calendar() = default;
  /// A later year of the same number replaces an earlier one. Years that are not given are
  /// provisional. Requires: every year within 1990..2199, its entries within that year and as
  /// CalendarYear says (CHECKed).
  explicit Calendar(std::vector<CalendarYear> years);

  bool is_working_day(LocalDate date) const;
  /// The day itself when it is a working day.
  LocalDate next_working_day(LocalDate date) const;
  LocalDate previous_working_day(LocalDate date) const;
  /// The n-th working day after `date` (before, for a negative n); the first day is not counted
  /// (Civil Code 2015, art. 147). n = 0 gives `date` unchanged, working day or not.
  LocalDate add(LocalDate date, WorkingDays n) const;
  /// Working days after `from` up to and including `to`; 0 when `to` <= `from`.
  WorkingDays between(LocalDate from, LocalDate to) const;
  /// Why a weekday is off or a weekend day is worked; empty for ordinary days.
  std::string name_of(LocalDate date) const;
  YearStanding standing(int year) const;
  /// The table used for a year, given or provisional.
  CalendarYear year(int year) const;
  /// The same calendar with one year replaced.
  Calendar with(CalendarYear year) const;
  const std::map<int, CalendarYear>& given_years() const { return years_; }

 private:
  static const std::vector<bool>& provisional_days();

  std::map<int, CalendarYear> years_;
  // One bit for each day of 1990..2199, set when it is worked: the question is asked for every step
  // of every ladder. Filled in the constructor, so that reading needs no lock. Days outside are
  // worked from Monday to Friday.
  std::vector<bool> working_ = provisional_days();
};

}  // namespace dondoc
