// Head, recipients and signature of the summary in the three layouts (domain.md §2.5). Pure; safe
// from any thread.
#pragma once

#include "reports/summary_document.h"

namespace dondoc {

/// Fills head_left and head_right.
void add_head(SummaryDocument& document, const SummaryInput& input);

/// Fills recipients and signature.
void add_foot(SummaryDocument& document, const SummaryInput& input);

}  // namespace dondoc
