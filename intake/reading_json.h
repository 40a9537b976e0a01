// A reading as JSON: document, deadlines, targets, budget, questions (docs/reading.md).
// Pure; safe from any thread.
#pragma once

#include <string>

#include "intake/plan_reading.h"

namespace dondoc {

enum class Explaining { off, on };

/// One object, with a line feed at the end. `on`: each item says which rule of the grammar made it.
std::string reading_json(const PlanReading& reading, Explaining explaining);

}  // namespace dondoc
