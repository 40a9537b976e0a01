// The part of evolve (evolve.h) that is about persons and their accounts. Pure; the office is
// changed in place.
#pragma once

#include <string>

#include "engine/event/event.h"
#include "engine/state/office.h"

namespace dondoc {

void keep_invitation(Office& office, const Event& e, const InvitationMade& x);
void bind(Office& office, const Event& e, const AccountBound& x);
void unbind(Office& office, const std::string& person, const AccountUnbound& x);
void note_account(Office& office, const Event& e, const AccountNoted& x);
void ask_rebind(Office& office, const Event& e, const RebindAsked& x);
void stop_reminders(Office& office, const Event& e, bool stop);
void person_left(Person& person);
void roles_taken_over(Person& person, const RolesTakenOver& x);
void deputy_replaced(Person& person, const DeputyReplaced& x);
void leave_ended(Person& person, const LeaveEnded& x);
void roles_assigned(Person& person, const RolesAssigned& x);

}  // namespace dondoc
