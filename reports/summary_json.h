// The summary for programs (`dondoc summary --json`, the API). Pure; safe from any thread.
#pragma once

#include <string>

#include "reports/summary_document.h"

namespace dondoc {

/// What figures_json says (engine/summary/totals.h), and beside it: "title" of the plan,
/// "period_text", "standing" ("drafted", "approved", "amended"; null: nothing yet), "version",
/// "text" (the lead's), "units" (id → name of every unit that occurs). Small counts of persons
/// (domain.md §2.7) are null with "small": true, in "given" and as a total; where a unit's one could
/// be worked out from the total, the next smallest too.
std::string summary_json(const SummaryInput& input);

}  // namespace dondoc
