// The figures of a summary as .xlsx: totals, units × indicators, who is missing or late, and where
// each figure comes from. Pure; safe from any thread.
#pragma once

#include <string>

#include "engine/time/time.h"
#include "reports/figure_grid.h"
#include "reports/summary_document.h"

namespace dondoc {

/// Totals are formulas over the units' figures, with their values, wherever adding up what is shown
/// gives the total; otherwise (the latest one counts, a figure is hidden) plain numbers. Equal
/// summaries give equal bytes.
std::string summary_xlsx(const SummaryInput& input, const Zone& zone, SmallCounts counts);

}  // namespace dondoc
