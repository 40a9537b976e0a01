#include "engine/time/time.h"

#include <catch2/catch.hpp>

#include <string>

using namespace dondoc;

namespace {

LocalDate date(const char* iso) { return LocalDate::parse(iso).value(); }

}  // namespace

TEST_CASE("a date that does not exist cannot be made", "[time]") {
  struct Case {
    int year;
    unsigned month, day;
    bool exists;
  };
  const auto c = GENERATE(values<Case>({
      {2023, 2, 28, true},   {2023, 2, 29, false}, {2024, 2, 29, true},   {2024, 2, 30, false},
      {2024, 2, 31, false},  {2000, 2, 29, true},  {1900, 2, 29, false},  {2100, 2, 29, false},
      {2023, 4, 31, false},  {2023, 12, 31, true}, {2023, 0, 1, false},   {2023, 13, 1, false},
      {2023, 1, 0, false},   {2023, 1, 32, false}, {2023, 1, 256, false}, {1900, 1, 1, true},
      {1899, 12, 31, false}, {2199, 12, 31, true}, {2200, 1, 1, false},
  }));
  CAPTURE(c.year, c.month, c.day);
  CHECK(LocalDate::of(c.year, c.month, c.day).has_value() == c.exists);
}

TEST_CASE("a date is read from YYYY-MM-DD and from nothing else", "[time]") {
  CHECK(LocalDate::parse("2023-11-24") == LocalDate::of(2023, 11, 24));
  const std::string text =
      GENERATE(as<std::string>{}, "", "2023", "2023-11", "2023-11-2", "2023-11-244", "2023/11/24",
               "24/11/2023", "2023-1-24", "2023-02-31", "2023-+1-24", " 2023-11-24", "2023-11-2x",
               "2023-00-10", "0000-01-01");
  CAPTURE(text);
  CHECK_FALSE(LocalDate::parse(text).has_value());
}

TEST_CASE("a date gives back the fields it was made of", "[time]") {
  for (LocalDate d = date("1999-12-25"); d <= date("2001-03-05"); d = d + CalendarDays{1}) {
    REQUIRE(LocalDate::of(d.year(), d.month(), d.day()) == d);
    REQUIRE(LocalDate::parse(d.iso()) == d);
  }
  CHECK(date("1970-01-01").days_since_1970() == 0);
  CHECK(date("1969-12-31").days_since_1970() == -1);
}

TEST_CASE("Monday is weekday 1 and Sunday is weekday 7", "[time]") {
  struct Case {
    const char* day;
    int weekday;
  };
  const auto c = GENERATE(values<Case>({
      {"2023-11-20", 1},
      {"2023-11-24", 5},
      {"2023-11-25", 6},
      {"2023-11-26", 7},
      {"2017-10-15", 7},
      {"2011-07-11", 1},
      {"2024-02-29", 4},
      {"1969-12-31", 3},
      {"1900-01-01", 1},
      {"2199-12-31", 2},
  }));
  CAPTURE(c.day);
  CHECK(date(c.day).iso_weekday() == c.weekday);
}

TEST_CASE("a month begins on its first day and ends on its last", "[time]") {
  struct Case {
    const char* day;
    const char* first;
    const char* last;
  };
  const auto c = GENERATE(values<Case>({
      {"2023-02-10", "2023-02-01", "2023-02-28"},
      {"2024-02-29", "2024-02-01", "2024-02-29"},
      {"2023-04-01", "2023-04-01", "2023-04-30"},
      {"2023-12-31", "2023-12-01", "2023-12-31"},
      {"2100-02-01", "2100-02-01", "2100-02-28"},
  }));
  CHECK(date(c.day).first_of_month().iso() == c.first);
  CHECK(date(c.day).last_of_month().iso() == c.last);
}

TEST_CASE("offices write a zero before days below 10 and before January and February only",
          "[time]") {
  struct Case {
    const char* day;
    const char* text;
  };
  const auto c = GENERATE(values<Case>({
      {"2023-11-24", "24/11/2023"},
      {"2017-06-05", "05/6/2017"},
      {"2023-01-09", "09/01/2023"},
      {"2023-02-10", "10/02/2023"},
      {"2023-03-01", "01/3/2023"},
      {"2023-10-31", "31/10/2023"},
  }));
  CHECK(date(c.day).vi() == c.text);
}

TEST_CASE("calendar days are added across months and years", "[time]") {
  CHECK((date("2023-12-31") + CalendarDays{1}).iso() == "2024-01-01");
  CHECK((date("2024-03-01") - CalendarDays{1}).iso() == "2024-02-29");
  CHECK((date("2024-03-01") - date("2023-03-01")).count == 366);
  CHECK((date("2023-11-24") + CalendarDays{-30}).iso() == "2023-10-25");
}

TEST_CASE("a time of day is read from HH:MM and from nothing else", "[time]") {
  CHECK(TimeOfDay::parse("00:00") == TimeOfDay::at(0, 0));
  CHECK(TimeOfDay::parse("23:59") == TimeOfDay{1439});
  CHECK(TimeOfDay::at(7, 45).text() == "07:45");
  const std::string text = GENERATE(as<std::string>{}, "", "8:00", "08:0", "24:00", "08:60",
                                    "08.00", "08:00:00", "ab:cd");
  CAPTURE(text);
  CHECK_FALSE(TimeOfDay::parse(text).has_value());
}

TEST_CASE("a zone is known by name or by its fixed offset", "[time]") {
  struct Case {
    const char* name;
    int minutes;
  };
  const auto c = GENERATE(values<Case>({
      {"Asia/Ho_Chi_Minh", 420},
      {"Asia/Saigon", 420},
      {"Asia/Bangkok", 420},
      {"UTC", 0},
      {"UTC+07:00", 420},
      {"UTC-03:30", -210},
      {"UTC+14:00", 840},
  }));
  REQUIRE(Zone::named(c.name).has_value());
  CHECK(Zone::named(c.name)->offset_minutes() == c.minutes);
}

TEST_CASE("an unknown zone is refused", "[time]") {
  const std::string name =
      GENERATE(as<std::string>{}, "", "Asia/Tokyo", "asia/ho_chi_minh", "GMT+7", "UTC+7",
               "UTC+0700", "UTC+15:00", "UTC+07:60", "UTC 07:00", "+07:00");
  CAPTURE(name);
  CHECK_FALSE(Zone::named(name).has_value());
}

TEST_CASE("the day changes at local midnight", "[time]") {
  const Zone zone = Zone::viet_nam();
  const Instant midnight{1'700'758'800'000};  // 2023-11-23T17:00:00Z
  CHECK(zone.iso(midnight) == "2023-11-24T00:00:00+07:00");
  CHECK(zone.date_of(midnight).iso() == "2023-11-24");
  CHECK(zone.time_of(midnight).text() == "00:00");
  CHECK(zone.date_of(midnight - Elapsed{1}).iso() == "2023-11-23");
  CHECK(zone.time_of(midnight - Elapsed{1}).text() == "23:59");
  CHECK(zone.at(date("2023-11-24"), TimeOfDay{0}) == midnight);
}

TEST_CASE("an instant before 1970 falls on the right day and minute", "[time]") {
  const Zone utc = Zone::named("UTC").value();
  CHECK(utc.iso(Instant{-1}) == "1969-12-31T23:59:59+00:00");
  CHECK(utc.iso(Instant{-86'400'000}) == "1969-12-31T00:00:00+00:00");
  CHECK(Zone::named("UTC-03:30")->iso(Instant{0}) == "1969-12-31T20:30:00-03:30");
}

TEST_CASE("a term ends at 24:00 of its last day", "[time]") {
  const Zone zone = Zone::viet_nam();
  CHECK(zone.iso(zone.end_of(date("2023-11-24"))) == "2023-11-25T00:00:00+07:00");
  CHECK(zone.clock(zone.at(date("2023-11-24"), TimeOfDay::at(8, 0))) == "08:00 24/11/2023");
}

TEST_CASE("an instant is read with its offset, or as local time without one", "[time]") {
  struct Case {
    const char* text;
    const char* local;
  };
  const auto c = GENERATE(values<Case>({
      {"2023-11-24", "2023-11-24T00:00:00+07:00"},
      {"2023-11-24T08:00", "2023-11-24T08:00:00+07:00"},
      {"2023-11-24 08:00", "2023-11-24T08:00:00+07:00"},
      {"2023-11-24T08:00:59", "2023-11-24T08:00:59+07:00"},
      {"2023-11-24T08:00:00Z", "2023-11-24T15:00:00+07:00"},
      {"2023-11-24T23:30Z", "2023-11-25T06:30:00+07:00"},
      {"2023-11-24T08:00:00+07:00", "2023-11-24T08:00:00+07:00"},
      {"2023-11-24T08:00:00-03:30", "2023-11-24T18:30:00+07:00"},
      {"2023-11-24T08:00:00.250Z", "2023-11-24T15:00:00+07:00"},
  }));
  CAPTURE(c.text);
  const auto instant = parse_instant(c.text, Zone::viet_nam());
  REQUIRE(instant.has_value());
  CHECK(Zone::viet_nam().iso(*instant) == c.local);
}

TEST_CASE("what is not an instant is refused", "[time]") {
  const std::string text =
      GENERATE(as<std::string>{}, "", "2023", "2023-02-31T08:00", "2023-11-24T", "2023-11-24T08",
               "2023-11-24T24:00", "2023-11-24T08:00:60", "2023-11-24T08:00:0", "2023-11-24T08:00z",
               "2023-11-24T08:00+7", "2023-11-24T08:00+0700", "2023-11-24T08:00 +07:00",
               "2023-11-24x08:00", "24/11/2023 08:00");
  CAPTURE(text);
  CHECK_FALSE(parse_instant(text, Zone::viet_nam()).has_value());
}

TEST_CASE("elapsed time is exact to the millisecond", "[time]") {
  const Instant start{1'700'000'000'123};
  CHECK(start + Elapsed::minutes(90) - start == Elapsed{5'400'000});
  CHECK(Elapsed::hours(1) == Elapsed::seconds(3600));
  CHECK(start - Elapsed::seconds(1) < start);
}
