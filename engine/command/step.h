// What happens when an armed step falls due (design §7). Pure; the events say what was sent to
// whom, or why nothing was.
#pragma once

#include <string_view>
#include <vector>

#include "engine/command/decide.h"

namespace dondoc {

/// Persons a step for this audience goes to: the person in charge or the unit's officers (deputies
/// for those on leave), the leads above the unit, or their superiors. Empty is not an error: the
/// caller goes on to the next audience.
std::vector<std::string> audience_of(const World& world, const Assignment& assignment,
                                     Audience audience, LocalDate day);

/// Takes everything of `code` that is due by `now`:
/// - of several steps that were missed, the latest of each audience is taken, the others are
/// recorded as skipped;
/// - a step the unit has overtaken (pending extension, dispute, suspension …) is skipped with the
/// reason;
/// - outside sending hours or days, and over a person's daily share, a step waits for the next
/// sending time;
/// - an audience without anybody passes the step to the next one above;
/// - more than the allowed unanswered nudges put the duty on the leads' list.
/// Events come back with the next step armed. Empty when nothing was due.
std::vector<Event> take_due_step(const World& world, std::string_view code, Instant now);

}  // namespace dondoc
