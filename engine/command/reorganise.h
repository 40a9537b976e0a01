// Reorganisations (design §10): carried out when their day comes. Pure; safe from any thread.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "engine/command/decide.h"

namespace dondoc {

/// What it does if it takes effect now, whatever its day: for previews and for the day itself. `by`
/// is who recorded it; whether she may was judged then (decide).
/// Events: each unit as it is afterwards, persons who follow, duties passed on, taken over or
/// waived, recipients, and ReorganisationDone. Refusals as for ChangeUnits.
Decision reorganise(const World& world, const Reorganisation& reorganisation, std::string_view by,
                    Instant now);

/// When the next planned one takes effect: midnight of its day, local time. None: nothing planned.
std::optional<Instant> next_reorganisation(const Office& office, const Zone& zone);

/// Carries out the planned one that is due first; when it can no longer be carried out, the event
/// says why, and the administrator is shown it. Empty: none is due.
std::vector<Event> take_due_reorganisation(const World& world, Instant now);

}  // namespace dondoc
