// Annexes of figures: units × indicators with totals, the share of units counted and targets, one
// annex a duty and period. Wide ones lie across (landscape). Pure; safe from any thread.
#pragma once

#include <pugixml.hpp>

#include "reports/figure_grid.h"
#include "reports/summary_document.h"

namespace dondoc {

/// Whether any unit gave a figure that can be put into a table.
bool has_figures(const PlanSummary& summary);

/// Writes each annex as a section of its own; the last one ends the document.
/// Requires: has_figures (CHECKed).
void add_figure_annexes(pugi::xml_node body, const SummaryInput& input, const LetterHead& head,
                        SmallCounts counts);

}  // namespace dondoc
