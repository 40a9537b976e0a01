// Assignments and office as a Reader gives them, understood. For pages, reports and commands that
// only look.
#pragma once

#include <vector>

#include "engine/port/reader.h"
#include "engine/state/assignment.h"
#include "engine/state/office.h"

namespace dondoc {

/// Errors: those of the store; corrupt for a row that cannot be read, naming its code.
Result<std::vector<Assignment>> read_cases(Reader& reader, const CaseFilter& filter);

/// Everything but the assignments.
Result<Office> read_office(Reader& reader);

}  // namespace dondoc
