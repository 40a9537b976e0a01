// What happened before the demo begins: plans that are older than the chosen date were issued on
// their own day and their officers have answered since, most on time, some late, so that boards and
// summaries of past years have something to show.
#pragma once

#include "app/demo.h"

namespace dondoc {

/// Issues every plan at its own date, at the latest at `start`, plays the answers that fall before
/// `start`, and leaves the clock there. Errors: when a plan is refused or the store fails.
Result<void> live_until(Demo& demo, const std::vector<std::string>& plan_documents, Instant start);

/// The earliest date of any of the plans, where the clock must begin.
Instant beginning(const std::vector<std::string>& plan_documents, const Zone& zone, Instant start);

}  // namespace dondoc
