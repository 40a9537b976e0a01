// The deciders behind decide(), one function per command, by theme. Each fills the draft or gives
// the refusal.
#pragma once

#include <optional>

#include "engine/command/draft.h"

namespace dondoc::deciders {

using Verdict = std::optional<Rejected>;  ///< none: the draft holds the events

// decide_plan.cpp: the life of a plan
Verdict on(Draft&, const IssuePlan&);
Verdict on(Draft&, const ConfirmQuestion&);
Verdict on(Draft&, const CancelPlan&);

// decide_summary.cpp
Verdict on(Draft&, const DraftSummary&);
Verdict on(Draft&, const ApproveSummary&);

// decide_officer.cpp: what officers say
Verdict on(Draft&, const Acknowledge&);
Verdict on(Draft&, const ReportProgress&);
Verdict on(Draft&, const RequestExtension&);
Verdict on(Draft&, const ReportBlocked&);
Verdict on(Draft&, const DisputeDuty&);
Verdict on(Draft&, const HandOver&);
Verdict on(Draft&, const Snooze&);

// decide_file.cpp: files sent in the chat
Verdict on(Draft&, const OfferFile&);
Verdict on(Draft&, const KeepFile&);
Verdict on(Draft&, const RefuseFile&);

// decide_submit.cpp
Verdict on(Draft&, const Submit&);

// decide_lead.cpp: what leads decide
Verdict on(Draft&, const Accept&);
Verdict on(Draft&, const ReturnReport&);
Verdict on(Draft&, const GrantExtension&);
Verdict on(Draft&, const RefuseExtension&);
Verdict on(Draft&, const Unblock&);
Verdict on(Draft&, const Suspend&);
Verdict on(Draft&, const Resume&);
Verdict on(Draft&, const SettleDispute&);
Verdict on(Draft&, const Transfer&);
Verdict on(Draft&, const Waive&);
Verdict on(Draft&, const CancelDuty&);
Verdict on(Draft&, const Raise&);
Verdict on(Draft&, const Nudge&);
Verdict on(Draft&, const FireTrigger&);

// decide_office.cpp: units, persons, leave, calendar
Verdict on(Draft&, const RegisterUnit&);
Verdict on(Draft&, const RegisterPerson&);
Verdict on(Draft&, const RegisterAll&);
Verdict on(Draft&, const TakeLeave&);
Verdict on(Draft&, const EndLeave&);
Verdict on(Draft&, const Invite&);
Verdict on(Draft&, const Unbind&);
Verdict on(Draft&, const SettleRebind&);
Verdict on(Draft&, const StopReminders&);
Verdict on(Draft&, const ChangeCalendar&);
Verdict on(Draft&, const ReleaseQuarantine&);

// decide_units.cpp: units that change
Verdict on(Draft&, const ChangeUnits&);
Verdict on(Draft&, const DropReorganisation&);

// decide_roles.cpp
Verdict on(Draft&, const AssignRoles&);

// decide_leaver.cpp
Verdict on(Draft&, const HandOverAll&);

// Shared by the deciders.

/// The assignment, if the sender may answer for it; otherwise the refusal.
std::variant<const Assignment*, Rejected> owned(Draft&, std::string_view code);
/// The assignment, if the sender leads its unit; otherwise the refusal.
std::variant<const Assignment*, Rejected> led(Draft&, std::string_view code);
/// A refusal when the text is empty (`required`) or too long; `part` is its name, "P-08".
Verdict text_fault(std::string_view text, std::string_view part, bool required);
Rejected not_from_here(const Assignment&);
/// "B20-16" after "B20-15": the next free code of the obligation, in the period of the old one.
/// Free numbers are sought after `last`, which becomes the one given.
std::string next_code(const Draft&, const Assignment&, int& last);
/// The first answer of any unit starts the plan.
void start_plan(Draft&, const Assignment&);
/// "report@" and a fingerprint of the ladder's content: changing the file changes later assignments
/// only.
std::string ladder_key(const Ladder& ladder);

}  // namespace dondoc::deciders
