// Does the table of a year agree with itself and with the law? Pure functions; safe from any
// thread.
#pragma once

#include "engine/codec/faults.h"
#include "engine/time/calendar.h"

namespace dondoc {

/// Days of another year, days listed twice, holidays on weekends and make-up days on weekdays, and,
/// in an announced year, fixed holidays of the Labour Code that are neither listed nor made up for.
/// Requires: entries stand as in the file (read_calendar_file).
void check_calendar(const CalendarYear& year, Faults& faults);

}  // namespace dondoc
