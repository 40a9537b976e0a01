#include "engine/time/lunar.h"

#include <catch2/catch.hpp>

#include <ostream>
#include <string>

namespace dondoc {

// Catch prints a failed comparison with it.
std::ostream& operator<<(std::ostream& out, const LunarDate& d) {
  return out << d.day << '/' << d.month << (d.leap ? " nhuận/" : "/") << d.year;
}

}  // namespace dondoc

using namespace dondoc;

namespace {

LocalDate date(const std::string& iso) { return LocalDate::parse(iso).value(); }

struct Vector {
  int year;
  const char* solar;
};

}  // namespace

TEST_CASE("Tết falls on the day of the State's calendar", "[lunar]") {
  const auto c = GENERATE(values<Vector>({
      {2011, "2011-02-03"}, {2012, "2012-01-23"}, {2013, "2013-02-10"}, {2014, "2014-01-31"},
      {2015, "2015-02-19"}, {2016, "2016-02-08"}, {2017, "2017-01-28"}, {2018, "2018-02-16"},
      {2019, "2019-02-05"}, {2020, "2020-01-25"}, {2021, "2021-02-12"}, {2022, "2022-02-01"},
      {2023, "2023-01-22"}, {2024, "2024-02-10"}, {2025, "2025-01-29"}, {2026, "2026-02-17"},
      {2027, "2027-02-06"}, {2028, "2028-01-26"}, {2029, "2029-02-13"}, {2030, "2030-02-02"},
  }));
  CHECK(solar_date(c.year, 1, 1).iso() == c.solar);
  CHECK(lunar_date(date(c.solar)) == LunarDate{c.year, 1, 1});
}

TEST_CASE("the Hùng Kings' day is the tenth of the third month", "[lunar]") {
  const auto c = GENERATE(values<Vector>({
      {2011, "2011-04-12"},
      {2017, "2017-04-06"},
      {2018, "2018-04-25"},
      {2019, "2019-04-14"},
      {2023, "2023-04-29"},
      {2024, "2024-04-18"},
      {2025, "2025-04-07"},
      {2026, "2026-04-26"},
      {2027, "2027-04-16"},
      {2028, "2028-04-04"},
  }));
  CHECK(solar_date(c.year, 3, 10).iso() == c.solar);
}

TEST_CASE("Tết comes a day before Chinese New Year in 2007, 2030 and 2053", "[lunar]") {
  struct Case {
    int year;
    const char* viet_nam;
    const char* china;
  };
  const auto c = GENERATE(values<Case>({
      {2007, "2007-02-17", "2007-02-18"},
      {2030, "2030-02-02", "2030-02-03"},
      {2053, "2053-02-18", "2053-02-19"},
  }));
  CHECK(solar_date(c.year, 1, 1).iso() == c.viet_nam);
  CHECK(lunar_date(date(c.china)) == LunarDate{c.year, 1, 2});
}

TEST_CASE("a whole month differs from China where the new moon is between the two midnights",
          "[lunar]") {
  // domain.md §2.4: 2006-06-25…07-24 and 2020-12-14…2021-01-12.
  CHECK(lunar_date(date("2006-06-25")) == LunarDate{2006, 6, 1});
  CHECK(lunar_date(date("2006-07-24")) == LunarDate{2006, 6, 30});
  CHECK(lunar_date(date("2020-12-14")) == LunarDate{2020, 11, 1});
  CHECK(lunar_date(date("2021-01-12")) == LunarDate{2020, 11, 30});
  CHECK(lunar_date(date("2021-01-13")) == LunarDate{2020, 12, 1});
}

TEST_CASE("leap months stand where the sun enters no new sign", "[lunar]") {
  struct Case {
    const char* first_day;
    int year, month;
  };
  const auto c = GENERATE(values<Case>({
      {"2012-05-21", 2012, 4},
      {"2014-10-24", 2014, 9},
      {"2017-07-23", 2017, 6},
      {"2020-05-23", 2020, 4},
      {"2023-03-22", 2023, 2},
      {"2025-07-25", 2025, 6},
      {"2028-06-23", 2028, 5},
      {"2033-12-22", 2033, 11},
  }));
  CHECK(lunar_date(date(c.first_day)) == LunarDate{c.year, c.month, 1, true});
  CHECK_FALSE(lunar_date(date(c.first_day) - CalendarDays{1}).leap);
}

TEST_CASE("the leap month of 2033 is the eleventh, not the eighth", "[lunar]") {
  CHECK(lunar_date(date("2033-09-23")) == LunarDate{2033, 9, 1});
  CHECK(lunar_date(date("2033-12-21")) == LunarDate{2033, 11, 30});
  CHECK(lunar_date(date("2034-01-19")) == LunarDate{2033, 11, 29, true});
  CHECK(solar_date(2033, 12, 1).iso() == "2034-01-20");
  CHECK(solar_date(2034, 1, 1).iso() == "2034-02-19");
}

TEST_CASE("a month after the leap month keeps its number", "[lunar]") {
  CHECK(solar_date(2023, 2, 1).iso() == "2023-02-20");
  CHECK(solar_date(2023, 3, 1).iso() == "2023-04-20");
  CHECK(solar_date(2025, 6, 29).iso() == "2025-07-23");
  CHECK(solar_date(2025, 7, 1).iso() == "2025-08-23");
}

TEST_CASE("the eleventh month holds the winter solstice", "[lunar]") {
  // In 1995 and 2014 the month begins on that day, in 2033 it ends on it.
  const std::string solstice = GENERATE(as<std::string>{}, "1995-12-22", "2014-12-22", "2023-12-22",
                                        "2024-12-21", "2025-12-21", "2026-12-22", "2033-12-21");
  CAPTURE(solstice);
  const LunarDate day = lunar_date(date(solstice));
  CHECK(day.month == 11);
  CHECK_FALSE(day.leap);
}

TEST_CASE("lunar days follow one another without a gap", "[lunar]") {
  struct Span {
    const char* from;
    const char* to;
  };
  const auto span =
      GENERATE(values<Span>({{"1990-01-01", "2060-12-31"}, {"2190-01-01", "2199-12-31"}}));
  LunarDate previous = lunar_date(date(span.from));
  for (LocalDate d = date(span.from) + CalendarDays{1}; d <= date(span.to);
       d = d + CalendarDays{1}) {
    const LunarDate today = lunar_date(d);
    const bool same_month = today.day == previous.day + 1 && today.month == previous.month &&
                            today.year == previous.year && today.leap == previous.leap;
    const bool into_leap_month = today.leap && !previous.leap && today.month == previous.month;
    const bool next_month = !today.leap && today.month == previous.month % 12 + 1 &&
                            today.year == previous.year + (today.month == 1 ? 1 : 0);
    const bool month_begins =
        today.day == 1 && previous.day >= 29 && (into_leap_month || next_month);
    if (!same_month && !month_begins) FAIL(d.iso() << ": " << previous << " then " << today);
    REQUIRE(today.day <= 30);
    previous = today;
  }
}

TEST_CASE("a solar date of a lunar day is that lunar day", "[lunar]") {
  for (int year = 1990; year <= 2198; ++year) {
    for (int month = 1; month <= 12; ++month) {
      const LocalDate d = solar_date(year, month, 29);
      if (d.year() <= 2199) REQUIRE(lunar_date(d) == LunarDate{year, month, 29});
    }
  }
  // The lunar year ends after the last solar date that a calendar file can hold.
  CHECK(solar_date(2199, 12, 29) - solar_date(2199, 1, 1) > CalendarDays{350});
}
