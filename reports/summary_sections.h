// The four sections of the summary: how reporting stands, results, difficulties, proposals. Missing
// units always by name. Pure; safe from any thread.
#pragma once

#include "reports/summary_document.h"

namespace dondoc {

DocumentSection reporting_section(const SummaryInput& input);
DocumentSection results_section(const SummaryInput& input);
/// Grouped by reason, the most frequent first.
DocumentSection difficulties_section(const SummaryInput& input);
/// The lead's own words, or lines to write on.
DocumentSection proposals_section(const SummaryInput& input);

}  // namespace dondoc
