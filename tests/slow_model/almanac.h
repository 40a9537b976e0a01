// The wall calendar of the slow model: every day of 2008..2040 in a row, found by tearing off one
// sheet after another, with the weekday and whether offices work. It shares nothing with
// engine/time: it has its own dates, reads config/calendars itself, and knows Tết and Giỗ Tổ of
// the years without a table from a list. For tests; one thread.
#pragma once

#include <compare>
#include <map>
#include <string>
#include <vector>

namespace slow {

struct Date {
  int year = 0;
  int month = 0;
  int day = 0;
  auto operator<=>(const Date&) const = default;
};

/// "2023-11-24".
std::string text(const Date& date);

/// Days on which a year differs from "Monday to Friday".
struct YearTable {
  int year = 0;
  std::map<Date, bool> works;
};

class Almanac {
 public:
  /// Every year as config/calendars says; the others by the law.
  explicit Almanac(const std::string& calendars_folder);

  /// The place of a day in the row. Requires a real date of 2008..2040.
  int place(const Date& date) const { return places_.at(date); }
  const Date& date(int place) const { return sheets_.at(static_cast<std::size_t>(place)).date; }
  bool works(int place) const { return sheets_.at(static_cast<std::size_t>(place)).works; }
  /// 1 = Monday … 7 = Sunday.
  int weekday(int place) const { return sheets_.at(static_cast<std::size_t>(place)).weekday; }
  bool is_last_of_month(int place) const { return date(place + 1).day == 1; }
  bool exists(const Date& date) const { return places_.contains(date); }

  /// Another table for one year.
  void hang_up(const YearTable& table);
  /// The year as it was when the almanac was made.
  void restore(int year);

 private:
  struct Sheet {
    Date date;
    int weekday = 0;
    bool works = false;
    bool worked_at_first = false;
  };

  std::vector<Sheet> sheets_;
  std::map<Date, int> places_;
};

}  // namespace slow
