// The board for `dondoc board --json` (design §12). Pure; safe from any thread.
#pragma once

#include <string>

#include "reports/board.h"

namespace dondoc {

/// {"as_of", "boxes", "change", "rows": [...]}. Dates are YYYY-MM-DD, instants ISO 8601 with the
/// zone's offset, days whole calendar days; what does not apply is null, never absent.
///
/// "boxes", and "change" (against the same period a year before, or null): total, done_on_time,
/// done_late, open_in_term, open_overdue, not_updated, unconfirmed, requested_open, ongoing.
///
/// A row: code, plan, unit, unit_name, obligation, what, period, standing ("open_overdue",
/// "open_in_term", "done_on_time", "done_late", "unconfirmed", "requested", "ongoing"), state,
/// state_label, due_nominal, due_effective, days_overdue, overdue, due_soon, late, days_late,
/// blocked (the reason), extension_pending, extended_until, promised, disputed, suspended,
/// escalated, not_updated, last_answer_at, remark.
std::string board_json(const Board& board, const Zone& zone);

/// What stands under "boxes".
std::string boxes_json(const Boxes& boxes);

}  // namespace dondoc
