// Kinds of time that do not mix (design §6): an instant, a local date, a span in calendar days, a
// span in working days. Values only; safe from any thread. Nothing here reads a clock.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dondoc {

/// A point in time: milliseconds since 1970-01-01T00:00:00Z.
struct Instant {
  std::int64_t ms = 0;
  auto operator<=>(const Instant&) const = default;
};

/// A span between instants in milliseconds. Not a number of days: a day is a matter of the
/// calendar.
struct Elapsed {
  std::int64_t ms = 0;
  auto operator<=>(const Elapsed&) const = default;
  static constexpr Elapsed seconds(std::int64_t n) { return {n * 1000}; }
  static constexpr Elapsed minutes(std::int64_t n) { return {n * 60'000}; }
  static constexpr Elapsed hours(std::int64_t n) { return {n * 3'600'000}; }
};

constexpr Instant operator+(Instant t, Elapsed d) { return {t.ms + d.ms}; }
constexpr Instant operator-(Instant t, Elapsed d) { return {t.ms - d.ms}; }
constexpr Elapsed operator-(Instant a, Instant b) { return {a.ms - b.ms}; }

/// A number of calendar days, and a number of working days. "3 days" is two different promises.
struct CalendarDays {
  int count = 0;
  auto operator<=>(const CalendarDays&) const = default;
};
struct WorkingDays {
  int count = 0;
  auto operator<=>(const WorkingDays&) const = default;
};

/// A date on the wall calendar, without a zone. Always a real date (31/02 cannot be made).
class LocalDate {
 public:
  constexpr LocalDate() = default;
  /// No value when the day does not exist, or the year is outside 1900..2199.
  static std::optional<LocalDate> of(int year, unsigned month, unsigned day);
  /// Reads `YYYY-MM-DD`; no value for anything else, including dates that do not exist.
  static std::optional<LocalDate> parse(std::string_view iso);
  static constexpr LocalDate from_days(std::int32_t days_since_1970) {
    return LocalDate(days_since_1970);
  }

  int year() const;
  unsigned month() const;
  unsigned day() const;
  /// 1 = Monday … 7 = Sunday (ISO 8601).
  int iso_weekday() const;
  constexpr std::int32_t days_since_1970() const { return days_; }
  LocalDate first_of_month() const;
  LocalDate last_of_month() const;

  std::string iso() const;  ///< "2023-11-24"
  std::string vi()
      const;  ///< "24/11/2023"; two-digit day, month as offices write it: "05/6/2017", "24/11/2023"

  auto operator<=>(const LocalDate&) const = default;

 private:
  constexpr explicit LocalDate(std::int32_t days) : days_(days) {}
  std::int32_t days_ = 0;
};

constexpr LocalDate operator+(LocalDate d, CalendarDays n) {
  return LocalDate::from_days(d.days_since_1970() + n.count);
}
constexpr LocalDate operator-(LocalDate d, CalendarDays n) {
  return LocalDate::from_days(d.days_since_1970() - n.count);
}
constexpr CalendarDays operator-(LocalDate a, LocalDate b) {
  return {a.days_since_1970() - b.days_since_1970()};
}

/// Minutes after local midnight, 0..1439.
struct TimeOfDay {
  int minutes = 0;
  auto operator<=>(const TimeOfDay&) const = default;
  static constexpr TimeOfDay at(int hour, int minute) { return {hour * 60 + minute}; }
  static std::optional<TimeOfDay> parse(std::string_view hh_mm);  ///< "08:00"
  std::string text() const;                                       ///< "08:00"
};

/// A zone with a fixed offset. Việt Nam keeps no daylight-saving time.
class Zone {
 public:
  /// Knows Asia/Ho_Chi_Minh, Asia/Saigon, Asia/Bangkok, UTC and fixed offsets such as "UTC+07:00";
  /// no value otherwise.
  static std::optional<Zone> named(std::string_view name);
  static Zone viet_nam() { return Zone(7 * 60); }

  LocalDate date_of(Instant t) const;
  TimeOfDay time_of(Instant t) const;
  Instant at(LocalDate date, TimeOfDay time) const;
  /// The first instant after `date`: 24:00 of that day (Civil Code 2015, art. 148).
  Instant end_of(LocalDate date) const { return at(date + CalendarDays{1}, TimeOfDay{0}); }
  std::string iso(Instant t) const;    ///< "2023-11-24T08:00:00+07:00"
  std::string clock(Instant t) const;  ///< "08:00 24/11/2023"
  int offset_minutes() const { return offset_minutes_; }

 private:
  explicit Zone(int offset_minutes) : offset_minutes_(offset_minutes) {}
  int offset_minutes_;
};

/// Reads ISO 8601 with offset or `Z`, or, without either, as local time of `zone`; a date alone is
/// its midnight. No value for anything else.
std::optional<Instant> parse_instant(std::string_view iso, const Zone& zone);

}  // namespace dondoc
