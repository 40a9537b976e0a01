// The engine's answer to what the slow model is asked, in the same words.
#pragma once

#include <string>
#include <vector>

#include "engine/time/calendar.h"
#include "tests/slow_model/rule.h"

namespace slow {

std::vector<std::string> engine_answer(const Case& one, const dondoc::Calendar& calendar);

/// The calendar of `folder`, as the program reads it.
dondoc::Calendar engine_calendar(const std::string& folder);
dondoc::CalendarYear engine_year(const YearTable& table);

}  // namespace slow
