// Why nothing more comes by itself for an assignment: a good reason, or none. Shared by doctor and
// explain. Pure functions.
#pragma once

#include <optional>
#include <string_view>

#include "engine/ladder/schedule.h"
#include "engine/state/office.h"

namespace dondoc {

enum class Silence {
  waiting,   ///< its date waits for a confirmation
  reported,  ///< handed in, the lead has not judged it yet
  done,
  taken_out,  ///< waived, transferred, cancelled
  quarantined,
  no_date,           ///< ongoing or on a trigger: nothing to count down to
  ladder_exhausted,  ///< every step was taken or skipped
  no_ladder,         ///< its frozen ladder is missing
  unexplained,       ///< there are steps to come, but none is armed
};

/// None when a step is armed.
std::optional<Silence> why_silent(const Assignment& assignment, const Office& office,
                                  const TimeRules& rules);

/// True for the two that only a defect can cause.
bool is_defect(Silence silence);

std::string_view name_of(Silence silence);      ///< "ladder_exhausted"
std::string_view sentence_of(Silence silence);  ///< Vietnamese

}  // namespace dondoc
