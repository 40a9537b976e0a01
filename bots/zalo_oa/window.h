// When a message may go to a person (chat-apis.md §3.5): the window after the last interaction, and
// the night for templates by phone. Hours are those of Việt Nam. Pure; safe from any thread.
#pragma once

#include <optional>

#include "engine/time/time.h"

namespace dondoc::zalo_oa {

enum class Window {
  free,    ///< within 48 hours of the last interaction
  billed,  ///< within 7 days
  closed,  ///< later, or nothing is known
};

/// Both bounds belong to the window. An interaction in the future is one just now: clocks differ.
Window window_at(std::optional<Instant> last_heard, Instant now);

/// 22:00 to 06:00.
bool is_night(Instant now);
/// 06:00 of the day that comes after the night around `now`; by day, `now` itself.
Instant end_of_night(Instant now);
/// 06:00 of the next calendar day: daily quotas begin anew at midnight.
Instant tomorrow_morning(Instant now);

}  // namespace dondoc::zalo_oa
