// A reading in words for a person at a terminal. Pure; safe from any thread.
#pragma once

#include <string>

#include "intake/plan_reading.h"
#include "intake/reading_json.h"

namespace dondoc {

/// "trước ngày 25/11/2023", "hằng quý, ngày 05": how a due is told.
std::string told(const StatedDue& due);

std::string reading_text(const PlanReading& reading, Explaining explaining);

}  // namespace dondoc
