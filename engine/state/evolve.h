// evolve: the only code that changes state, on write and on replay alike (design §4). Pure
// functions of their arguments.
#pragma once

#include "engine/event/event.h"
#include "engine/state/assignment.h"
#include "engine/state/office.h"

namespace dondoc {

/// Requires: the event's subject is this assignment, or is an AssignmentIssued for a new one
/// (CHECKed).
void evolve(Assignment& assignment, const Event& event);

/// Takes in every event. For events about an assignment, `before` and `after` are that assignment
/// around the event (both null otherwise; `before` null for a new one): they keep the tallies
/// right.
void evolve(Office& office, const Event& event, const Assignment* before, const Assignment* after);

/// True for kinds of duties whose handing in makes a period of a plan "reported".
bool counts_as_report(const Plan& plan, std::string_view obligation);

}  // namespace dondoc
