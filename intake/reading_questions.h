// What a reading leaves to a person: what the document does not say, where it contradicts itself.
// Pure; safe from any thread.
#pragma once

#include <vector>

#include "intake/plan_reading.h"

namespace dondoc::intake {

std::vector<ReadingQuestion> questions_of(const PlanReading& reading);

}  // namespace dondoc::intake
