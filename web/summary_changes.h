// What is another in a summary than when it was approved. Pure; safe from any thread.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "web/page_words.h"
#include "web/summary_view.h"

namespace dondoc {

/// For the template summary: each total and each number of reports that differs, as it was approved
/// and as it is now. Empty when nothing was approved, or what was kept then cannot be read.
nlohmann::json changes_since_approval(const SummaryMatter& matter, const PageWords& words);

}  // namespace dondoc
