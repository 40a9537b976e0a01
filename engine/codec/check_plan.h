// Does the content of a plan file hold together? Pure functions; safe from any thread.
#pragma once

#include "engine/codec/faults.h"
#include "engine/codec/plan_file.h"
#include "engine/ladder/ladder.h"

namespace dondoc {

/// DeclaredNames, numbers and dates of one plan: everything wrong, each with the pointer of the
/// place to mend.
void check_plan(const PlanFile& file, Faults& faults);

/// Ladders the plan chooses that do not exist.
void check_plan_ladders(const Plan& plan, const LadderBook& ladders, Faults& faults);

}  // namespace dondoc
