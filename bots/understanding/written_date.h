// Dates written in digits, and which of several possible days is meant. Pure; safe from any thread.
#pragma once

#include <optional>
#include <string_view>

#include "engine/time/time.h"

namespace dondoc::understanding {

/// "5", "05", "2023": at most four digits and nothing else.
std::optional<int> written_number(std::string_view text);

/// A date, unless there is no such day.
std::optional<LocalDate> date_of(int year, int month, int day);

/// The nearest such day that is not past (up to eight years: 29/2), or, with `gone`, not to come.
std::optional<LocalDate> nearest(int day, int month, LocalDate today, bool gone);
/// The same for a day without a month.
std::optional<LocalDate> nearest_day(int day, LocalDate today, bool gone);

/// "23" is 2023; "2023" is itself.
std::optional<int> year_of(std::string_view text);

/// "27/11/2023", "27-11", "25.11.2023"; two parts joined by a dot are a number rather than a date.
std::optional<LocalDate> numeric_date(std::string_view word, LocalDate today, bool gone);

}  // namespace dondoc::understanding
