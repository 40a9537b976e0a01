#include "engine/time/calendar.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "engine/check.h"
#include "engine/time/lunar.h"

namespace dondoc {
namespace {

constexpr int k_first_year = 1990;
constexpr int k_last_year = 2199;

constexpr LocalDate day_of(int year, int month, int day) {
  const std::chrono::sys_days days = std::chrono::year{year} / month / day;
  return LocalDate::from_days(static_cast<std::int32_t>(days.time_since_epoch().count()));
}

constexpr LocalDate k_first_day = day_of(k_first_year, 1, 1);
constexpr LocalDate k_last_day = day_of(k_last_year, 12, 31);

bool is_covered(int year) { return year >= k_first_year && year <= k_last_year; }
bool is_covered(LocalDate date) { return date >= k_first_day && date <= k_last_day; }
bool is_weekend(LocalDate date) { return date.iso_weekday() >= 6; }
LocalDate next(LocalDate date) { return date + CalendarDays{1}; }

// --- A year for which no table is published ---

enum class OnRestDay {
  made_up,  ///< a holiday on the weekly rest day gives the next working day off
  lost,
};

struct Holiday {
  LocalDate date;
  std::string name;
  std::string source;
  OnRestDay on_rest_day = OnRestDay::made_up;
};

/// The code of 2012 is in force from 1 May 2013, after the Tết and Giỗ Tổ of that year. Years
/// before 1995 are counted as if the code of 1994 had been in force.
std::string labour_code(int year) {
  if (year >= 2021) return "Bộ luật Lao động 2019, Điều 111, 112";
  if (year >= 2014) return "Bộ luật Lao động 2012, Điều 115";
  return "Bộ luật Lao động 1994, Điều 73";
}

/// The Prime Minister chooses the Tết days every year. Until he has: the last day of the old year
/// and the first four of the new one when Tết is a Monday or a Tuesday, otherwise two and three.
/// So it was in 13 of the 14 years 2014..2027 (not in 2014). Before them there were four days,
/// one and three.
std::vector<LocalDate> tet_days(int year) {
  const LocalDate first = solar_date(year, 1, 1);
  const bool has_five = year >= 2014;
  const int before = has_five && first.iso_weekday() > 2 ? 2 : 1;
  std::vector<LocalDate> days;
  for (int i = 0; i < (has_five ? 5 : 4); ++i) days.push_back(first + CalendarDays{i - before});
  return days;
}

/// The day off beside 2 September, by the code of 2019. The Prime Minister chooses it every year;
/// this is the choice of 2021..2027: the side that joins the weekend, and the day before on a
/// Wednesday. They have no Sunday: Monday then.
LocalDate beside_national_day(LocalDate national_day) {
  constexpr std::array<int, 7> k_from_monday = {+1, -1, -1, +1, -1, -1, +1};
  const auto weekday = static_cast<std::size_t>(national_day.iso_weekday() - 1);
  return national_day + CalendarDays{k_from_monday[weekday]};
}

std::vector<Holiday> holidays_by_law(int year) {
  const std::string code = labour_code(year);
  const LocalDate national_day = day_of(year, 9, 2);
  std::vector<Holiday> days = {
      {day_of(year, 1, 1), "Tết Dương lịch", code},
      {day_of(year, 4, 30), "Ngày Chiến thắng 30/4", code},
      {day_of(year, 5, 1), "Ngày Quốc tế Lao động 1/5", code},
      {national_day, "Quốc khánh 2/9", code},
  };
  for (LocalDate date : tet_days(year)) days.push_back({date, "Tết Nguyên đán", code});
  if (year >= 2007) {
    const char* amended = year < 2014 ? " (sửa đổi theo Luật 84/2007/QH11)" : "";
    days.push_back({solar_date(year, 3, 10), "Giỗ Tổ Hùng Vương", code + amended});
  }
  if (year >= 2021)
    days.push_back({beside_national_day(national_day), "Quốc khánh 2/9 (ngày liền kề)", code});
  if (year >= 2026) {
    // It stands outside article 112, so article 111 gives no day in lieu.
    days.push_back({day_of(year, 11, 24), "Ngày Văn hóa Việt Nam",
                    "Nghị quyết 28/2026/QH16, Điều 2", OnRestDay::lost});
  }
  std::sort(days.begin(), days.end(),
            [](const Holiday& a, const Holiday& b) { return a.date < b.date; });
  return days;
}

template <typename Dated>
bool holds(const std::vector<Dated>& days, LocalDate date) {
  return std::any_of(days.begin(), days.end(),
                     [date](const Dated& day) { return day.date == date; });
}

/// The first working day after a holiday that is not a holiday itself nor given for another one.
LocalDate day_in_lieu(LocalDate date, const std::vector<Holiday>& holidays,
                      const std::vector<CalendarEntry>& given) {
  do {
    date = next(date);
  } while (is_weekend(date) || holds(holidays, date) || holds(given, date));
  return date;
}

// --- The table as bits ---

std::size_t index_of(LocalDate date) {
  return static_cast<std::size_t>((date - k_first_day).count);
}

void check_form(const CalendarYear& year) {
  CHECK(is_covered(year.year));
  for (const CalendarEntry& entry : year.entries) CHECK(entry.date.year() == year.year);
  for (std::size_t i = 1; i < year.entries.size(); ++i)
    CHECK(year.entries[i - 1].date < year.entries[i].date);
}

void write(const CalendarYear& year, std::vector<bool>& working) {
  check_form(year);
  const LocalDate last = day_of(year.year, 12, 31);
  for (LocalDate date = day_of(year.year, 1, 1); date <= last; date = next(date)) {
    working[index_of(date)] = !is_weekend(date);
  }
  for (const CalendarEntry& entry : year.entries)
    working[index_of(entry.date)] = entry.kind == DayKind::make_up;
}

}  // namespace

CalendarYear provisional_year(int year) {
  CHECK(is_covered(year));
  CalendarYear result{
      year, YearStanding::provisional, "Chưa công bố, tạm tính theo " + labour_code(year), {}};
  const std::vector<Holiday> holidays = holidays_by_law(year);
  for (const Holiday& holiday : holidays) {
    if (!is_weekend(holiday.date)) {
      result.entries.push_back({holiday.date, DayKind::holiday, holiday.name, holiday.source});
    } else if (holiday.on_rest_day == OnRestDay::made_up) {
      const LocalDate in_lieu = day_in_lieu(holiday.date, holidays, result.entries);
      result.entries.push_back(
          {in_lieu, DayKind::holiday, holiday.name + " (nghỉ bù)", holiday.source});
    }
  }
  std::sort(result.entries.begin(), result.entries.end(),
            [](const CalendarEntry& a, const CalendarEntry& b) { return a.date < b.date; });
  return result;
}

const std::vector<bool>& Calendar::provisional_days() {
  // The same for every calendar; 210 years of new moons take some milliseconds.
  static const std::vector<bool> days = [] {
    std::vector<bool> working(index_of(k_last_day) + 1);
    for (int year = k_first_year; year <= k_last_year; ++year)
      write(provisional_year(year), working);
    return working;
  }();
  return days;
}

Calendar::Calendar(std::vector<CalendarYear> years) {
  for (CalendarYear& given : years) years_.insert_or_assign(given.year, std::move(given));
  for (const auto& [number, given] : years_) write(given, working_);
}

bool Calendar::is_working_day(LocalDate date) const {
  return is_covered(date) ? working_[index_of(date)] : !is_weekend(date);
}

LocalDate Calendar::next_working_day(LocalDate date) const {
  while (!is_working_day(date)) date = next(date);
  return date;
}

LocalDate Calendar::previous_working_day(LocalDate date) const {
  while (!is_working_day(date)) date = date - CalendarDays{1};
  return date;
}

LocalDate Calendar::add(LocalDate date, WorkingDays n) const {
  const CalendarDays step{n.count < 0 ? -1 : 1};
  for (int left = n.count; left != 0;) {
    date = date + step;
    if (is_working_day(date)) left -= step.count;
  }
  return date;
}

WorkingDays Calendar::between(LocalDate from, LocalDate to) const {
  WorkingDays days;
  for (LocalDate date = next(from); date <= to; date = next(date))
    days.count += is_working_day(date) ? 1 : 0;
  return days;
}

std::string Calendar::name_of(LocalDate date) const {
  const bool is_ordinary = is_working_day(date) != is_weekend(date);
  if (is_ordinary) return {};
  const CalendarYear table = year(date.year());
  const auto entry = std::find_if(table.entries.begin(), table.entries.end(),
                                  [date](const CalendarEntry& e) { return e.date == date; });
  CHECK(entry != table.entries.end());
  return entry->name;
}

YearStanding Calendar::standing(int year) const {
  const auto given = years_.find(year);
  return given == years_.end() ? YearStanding::provisional : given->second.standing;
}

CalendarYear Calendar::year(int year) const {
  const auto given = years_.find(year);
  return given == years_.end() ? provisional_year(year) : given->second;
}

Calendar Calendar::with(CalendarYear year) const {
  Calendar changed = *this;
  write(year, changed.working_);
  changed.years_.insert_or_assign(year.year, std::move(year));
  return changed;
}

}  // namespace dondoc
