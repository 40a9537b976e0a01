// The summary as plain text, 80 characters wide. Pure; safe from any thread.
#pragma once

#include <string>

#include "reports/summary_document.h"

namespace dondoc {

/// Ends with a line break.
std::string summary_text(const SummaryInput& input);

/// The same of a document that was already made.
std::string summary_text(const SummaryDocument& document);

}  // namespace dondoc
