// The document beside what was read of it: one page that needs nothing else, without script; every
// clause that became an item is marked and linked with it. Pure; safe from any thread.
#pragma once

#include <string>

#include "intake/plan_reading.h"

namespace dondoc {

/// Requires: `reading` is of `document`.
std::string annotated_html(const SourceDocument& document, const PlanReading& reading);

}  // namespace dondoc
