// When the steps of an assignment's ladder fall due (design §6, §7). Pure functions.
#pragma once

#include <optional>
#include <vector>

#include "engine/ladder/ladder.h"
#include "engine/state/assignment.h"

namespace dondoc {

/// What turns days into instants.
struct TimeRules {
  const Calendar& calendar;
  const SendingHours& hours;
  Zone zone;
};

/// When a rung comes, whatever has been done before; none when it counts from a due date that the
/// assignment lacks. Before the due date: from the earlier of nominal and effective, moved to the
/// working day before. On the day: the effective date. After it: from the later.
std::optional<Instant> instant_of(const Rung& rung, const Assignment& assignment,
                                  const TimeRules& rules);

/// Steps that are still to come, in order of time: rungs not yet taken or skipped, not before
/// `ladder_from`, and not made pointless by what the unit already said (an acknowledgement). A
/// promise replaces everything before its check.
std::vector<NextStep> pending_steps(const Assignment& assignment, const Ladder& ladder,
                                    const TimeRules& rules);

/// The one step to arm; none when nothing is to come or the assignment's state is not one that is
/// reminded.
std::optional<NextStep> next_step(const Assignment& assignment, const Ladder& ladder,
                                  const TimeRules& rules);

}  // namespace dondoc
