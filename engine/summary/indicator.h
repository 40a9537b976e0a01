// One indicator added up over the units by its own rule (design §9). Pure functions; safe from any
// thread.
#pragma once

#include <vector>

#include "engine/summary/report.h"

namespace dondoc {

/// `Total::expected` is left at 0: who was asked is not told by the reports.
Total total_of(const Plan& plan, const Form& form, const Field& field,
               const std::vector<Report>& reports);

}  // namespace dondoc
