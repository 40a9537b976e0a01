// Calendar files, config/calendars/vn-YYYY.json (workflows/schema/calendar.schema.json). Pure
// functions; safe from any thread.
#pragma once

#include <optional>
#include <string_view>

#include "engine/codec/faults.h"
#include "engine/time/calendar.h"

namespace dondoc {

/// Stands for a date of an entry that could not be read: a day that no file can name, the last one
/// before the years of LocalDate.
inline constexpr LocalDate k_unreadable_day = LocalDate::from_days(-25'568);

/// What can be read, entries in the order of the file and each in its place, for check_calendar.
/// None when the file is no JSON object or lacks its year or days.
std::optional<CalendarYear> read_calendar_file(std::string_view json, Faults& faults);

/// The year of a file without faults of form, entries in order of date; none when there was any
/// fault.
std::optional<CalendarYear> decode_calendar(std::string_view json, Faults& faults);

}  // namespace dondoc
