#include "engine/time/time.h"

#include <fmt/format.h>

#include <charconv>

namespace dondoc {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr std::int64_t k_ms_per_minute = 60'000;
constexpr std::int64_t k_ms_per_day = 86'400'000;

year_month_day fields(std::int32_t days) {
  return year_month_day{sys_days{std::chrono::days{days}}};
}

std::int64_t floor_div(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count) {
  if (at + count > text.size()) return std::nullopt;
  int value = 0;
  for (char c : text.substr(at, count)) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

bool has(std::string_view text, std::size_t at, char c) {
  return at < text.size() && text[at] == c;
}

/// Digits after the point of a second; what is finer than a millisecond is cut off.
int milliseconds(std::string_view fraction) {
  int value = 0;
  for (std::size_t i = 0; i < 3; ++i)
    value = value * 10 + (i < fraction.size() ? fraction[i] - '0' : 0);
  return value;
}

/// "+07:00" or "-03:30" as minutes.
std::optional<int> offset_minutes(std::string_view text) {
  if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') return std::nullopt;
  auto hours = digits(text, 1, 2);
  auto minutes = digits(text, 4, 2);
  if (!hours || !minutes || *hours > 14 || *minutes > 59) return std::nullopt;
  int total = *hours * 60 + *minutes;
  return text[0] == '-' ? -total : total;
}

}  // namespace

std::optional<LocalDate> LocalDate::of(int year, unsigned month, unsigned day) {
  if (year < 1900 || year > 2199) return std::nullopt;
  year_month_day ymd{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
  if (!ymd.ok()) return std::nullopt;
  return LocalDate(static_cast<std::int32_t>(sys_days{ymd}.time_since_epoch().count()));
}

std::optional<LocalDate> LocalDate::parse(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  auto y = digits(iso, 0, 4);
  auto m = digits(iso, 5, 2);
  auto d = digits(iso, 8, 2);
  if (!y || !m || !d) return std::nullopt;
  return of(*y, static_cast<unsigned>(*m), static_cast<unsigned>(*d));
}

int LocalDate::year() const { return static_cast<int>(fields(days_).year()); }
unsigned LocalDate::month() const { return static_cast<unsigned>(fields(days_).month()); }
unsigned LocalDate::day() const { return static_cast<unsigned>(fields(days_).day()); }

int LocalDate::iso_weekday() const {
  return static_cast<int>(std::chrono::weekday{sys_days{std::chrono::days{days_}}}.iso_encoding());
}

LocalDate LocalDate::first_of_month() const {
  return LocalDate(days_ - static_cast<std::int32_t>(day()) + 1);
}

LocalDate LocalDate::last_of_month() const {
  auto ymd = fields(days_);
  std::chrono::year_month_day_last last{ymd.year(), std::chrono::month_day_last{ymd.month()}};
  return LocalDate(static_cast<std::int32_t>(sys_days{last}.time_since_epoch().count()));
}

std::string LocalDate::iso() const {
  return fmt::format("{:04}-{:02}-{:02}", year(), month(), day());
}

std::string LocalDate::vi() const {
  // Decree 30/2020, annex I: a leading zero for days below 10 and for January and February only.
  if (month() <= 2) return fmt::format("{:02}/{:02}/{}", day(), month(), year());
  return fmt::format("{:02}/{}/{}", day(), month(), year());
}

std::optional<TimeOfDay> TimeOfDay::parse(std::string_view hh_mm) {
  if (hh_mm.size() != 5 || hh_mm[2] != ':') return std::nullopt;
  auto h = digits(hh_mm, 0, 2);
  auto m = digits(hh_mm, 3, 2);
  if (!h || !m || *h > 23 || *m > 59) return std::nullopt;
  return at(*h, *m);
}

std::string TimeOfDay::text() const {
  return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
}

std::optional<Zone> Zone::named(std::string_view name) {
  if (name == "Asia/Ho_Chi_Minh" || name == "Asia/Saigon" || name == "Asia/Bangkok")
    return Zone(7 * 60);
  if (name == "UTC") return Zone(0);
  if (name.substr(0, 3) == "UTC") {
    if (auto minutes = dondoc::offset_minutes(name.substr(3))) return Zone(*minutes);
  }
  return std::nullopt;
}

LocalDate Zone::date_of(Instant t) const {
  return LocalDate::from_days(
      static_cast<std::int32_t>(floor_div(t.ms + offset_minutes_ * k_ms_per_minute, k_ms_per_day)));
}

TimeOfDay Zone::time_of(Instant t) const {
  auto local = t.ms + offset_minutes_ * k_ms_per_minute;
  return {
      static_cast<int>((local - floor_div(local, k_ms_per_day) * k_ms_per_day) / k_ms_per_minute)};
}

Instant Zone::at(LocalDate date, TimeOfDay time) const {
  return {date.days_since_1970() * k_ms_per_day +
          (time.minutes - offset_minutes_) * k_ms_per_minute};
}

std::string Zone::iso(Instant t) const {
  auto whole = floor_div(t.ms, 1000);
  auto seconds = whole - floor_div(whole, 60) * 60;
  int offset = offset_minutes_ < 0 ? -offset_minutes_ : offset_minutes_;
  return fmt::format("{}T{}:{:02}{}{:02}:{:02}", date_of(t).iso(), time_of(t).text(), seconds,
                     offset_minutes_ < 0 ? '-' : '+', offset / 60, offset % 60);
}

std::string Zone::clock(Instant t) const { return time_of(t).text() + " " + date_of(t).vi(); }

std::optional<Instant> parse_instant(std::string_view iso, const Zone& zone) {
  auto date = LocalDate::parse(iso.substr(0, 10));
  if (!date) return std::nullopt;
  if (iso.size() == 10) return zone.at(*date, TimeOfDay{0});
  if (!has(iso, 10, 'T') && !has(iso, 10, ' ')) return std::nullopt;
  auto time = TimeOfDay::parse(iso.substr(11, 5));
  if (!time) return std::nullopt;
  std::size_t rest = 16;
  int seconds = 0;
  int fraction_ms = 0;
  if (has(iso, 16, ':')) {
    auto s = digits(iso, 17, 2);
    if (!s || *s > 59) return std::nullopt;
    seconds = *s;
    rest = 19;
    if (has(iso, 19, '.')) {
      rest = iso.find_first_not_of("0123456789", 20);
      if (rest == std::string_view::npos) rest = iso.size();
      if (rest == 20) return std::nullopt;
      fraction_ms = milliseconds(iso.substr(20, rest - 20));
    }
  }
  auto suffix = iso.substr(rest);
  int offset = zone.offset_minutes();
  if (suffix == "Z") {
    offset = 0;
  } else if (!suffix.empty()) {
    auto stated = offset_minutes(suffix);
    if (!stated) return std::nullopt;
    offset = *stated;
  }
  return Instant{date->days_since_1970() * k_ms_per_day +
                 (time->minutes - offset) * k_ms_per_minute + seconds * 1000 + fraction_ms};
}

}  // namespace dondoc
