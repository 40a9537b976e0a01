// The summary as .docx in the layout of Decree 30/2020 (domain.md §2.5), with the figures by unit
// as annexes. Pure; safe from any thread.
#pragma once

#include <string>

#include "reports/figure_grid.h"
#include "reports/summary_document.h"

namespace dondoc {

/// The bytes of the file; equal summaries give equal bytes.
std::string summary_docx(const SummaryInput& input, SmallCounts counts);

}  // namespace dondoc
