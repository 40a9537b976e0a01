// draft_plan: what was read becomes a plan file (workflows/schema/plan.schema.json) with a question
// for everything the document leaves open, contradicts itself in, or that is assumed.
//
// No date is invented: a report without a day has an unconfirmed rule, and its question proposes
// one that takes effect when a person confirms it. Pure; safe from any thread.
#pragma once

#include <string>

#include "intake/plan_reading.h"

namespace dondoc {

/// JSON that `dondoc check` accepts. A document without any deadline gives a plan without
/// obligations.
std::string draft_plan(const PlanReading& reading);

}  // namespace dondoc
