#include "bots/understanding/written_date.h"

#include <array>
#include <charconv>

namespace dondoc::understanding {

std::optional<int> written_number(std::string_view text) {
  int value = 0;
  if (text.empty() || text.size() > 4) return std::nullopt;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < 0) return std::nullopt;
  return value;
}

std::optional<LocalDate> date_of(int year, int month, int day) {
  if (month < 1 || day < 1) return std::nullopt;
  return LocalDate::of(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
}

namespace {

/// The nearest such day that is not past; 29/2 may be four (or eight) years away.
std::optional<LocalDate> nearest_ahead(int day, int month, LocalDate today) {
  for (int year = today.year(); year <= today.year() + 8; ++year) {
    auto date = date_of(year, month, day);
    if (date && *date >= today) return date;
  }
  return std::nullopt;
}

std::optional<LocalDate> nearest_day_ahead(int day, LocalDate today) {
  LocalDate month = today.first_of_month();
  for (int i = 0; i < 3; ++i) {
    auto date = date_of(month.year(), static_cast<int>(month.month()), day);
    if (date && *date >= today) return date;
    month = month.last_of_month() + CalendarDays{1};
  }
  return std::nullopt;
}

/// The last such day that is not to come.
std::optional<LocalDate> nearest_gone(int day, int month, LocalDate today) {
  for (int year = today.year(); year >= today.year() - 8; --year) {
    auto date = date_of(year, month, day);
    if (date && *date <= today) return date;
  }
  return std::nullopt;
}

std::optional<LocalDate> nearest_day_gone(int day, LocalDate today) {
  LocalDate month = today.first_of_month();
  for (int i = 0; i < 3; ++i) {
    auto date = date_of(month.year(), static_cast<int>(month.month()), day);
    if (date && *date <= today) return date;
    month = (month - CalendarDays{1}).first_of_month();
  }
  return std::nullopt;
}

}  // namespace

std::optional<LocalDate> nearest(int day, int month, LocalDate today, bool gone) {
  return gone ? nearest_gone(day, month, today) : nearest_ahead(day, month, today);
}

std::optional<LocalDate> nearest_day(int day, LocalDate today, bool gone) {
  return gone ? nearest_day_gone(day, today) : nearest_day_ahead(day, today);
}

std::optional<int> year_of(std::string_view text) {
  auto year = written_number(text);
  if (!year) return std::nullopt;
  if (text.size() == 2) return 2000 + *year;
  return text.size() == 4 ? year : std::nullopt;
}

std::optional<LocalDate> numeric_date(std::string_view word, LocalDate today, bool gone) {
  std::array<std::string_view, 3> parts;
  std::size_t count = 0;
  char mark = 0;
  while (count < parts.size()) {
    const auto at = word.find_first_of("/-.");
    parts[count++] = word.substr(0, at);
    if (at == word.npos) {
      word = {};
      break;
    }
    if (mark != 0 && word[at] != mark) return std::nullopt;
    mark = word[at];
    word.remove_prefix(at + 1);
  }
  if (!word.empty() || count < 2 || parts[0].size() > 2 || parts[1].size() > 2) return std::nullopt;
  auto day = written_number(parts[0]);
  auto month = written_number(parts[1]);
  if (!day || !month || (count == 2 && mark == '.')) return std::nullopt;
  if (count == 2) return nearest(*day, *month, today, gone);
  auto year = year_of(parts[2]);
  return year ? date_of(*year, *month, *day) : std::nullopt;
}

}  // namespace dondoc::understanding
