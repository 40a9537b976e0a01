// The people of the demo: for each of the five plans its leads and one officer a unit, all
// invented, on the sandbox channel.
#pragma once

#include <string>
#include <vector>

#include "engine/command/command.h"
#include "engine/plan/plan.h"

namespace dondoc {

/// Persons for a plan's units: officers of every unit that acts, a lead of the issuer, and a
/// superior above it. The account on the sandbox channel is the person's id.
std::vector<Command> people_of_demo(const Plan& plan);

}  // namespace dondoc
