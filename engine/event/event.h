// Events: facts in the append-only log, the only cause of state (design §3, §4). Each carries
// results, not questions: dates and states after the fact, so that a replay needs no calendar, file
// or clock. A released event is never changed; a new meaning gets a new name.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/lifecycle/chart.h"
#include "engine/state/assignment.h"
#include "engine/state/directory.h"
#include "engine/state/office.h"

namespace dondoc {

// --- assignment
// -----------------------------------------------------------------------------------------------------
struct AssignmentIssued {
  std::string plan, obligation, unit, period, ladder;
  Binding binding = Binding::ordered;
  std::optional<LocalDate> nominal, from, cutoff;
  Roll roll = Roll::next_workday;
  std::string confirmed_by;
};
struct DueConfirmed {
  std::string period;
  std::optional<LocalDate> nominal, from, cutoff;
  Roll roll = Roll::next_workday;
  std::string question;
};
struct Acknowledged {};
struct Progressed {
  std::optional<double> percent;
  std::optional<std::int64_t> done, total;
  std::string text;
};
struct Submitted {
  Submission submission;
};
struct Accepted {};
struct Returned {
  std::string reason;
  std::optional<LocalDate> until;
};
struct ExtensionRequested {
  LocalDate until;
  std::string reason;
};
struct ExtensionGranted {
  LocalDate until;
  std::string reason, document;
};
struct ExtensionRefused {
  std::string reason;
};
struct Blocked {
  std::string reason;
};
struct Unblocked {
  std::string text;
};
struct Suspended {
  LocalDate from;
  std::string reason, document;
};
struct Resumed {
  LocalDate on;
  std::string reason;
};
struct Disputed {
  std::string reason;
};
struct DisputeSettled {
  std::string text;
};
struct HandedOver {
  std::string person, reason;
};
struct Transferred {
  std::string to_code, to_unit, reason;
};
struct Snoozed {
  Instant until;
  std::string reason;
};
/// Where the program itself had the reason, `why` is the id of a text of the message book, "S-12",
/// which may say `reason` as {lydo}; logs of before have the program's words in `reason` instead.
struct Waived {
  std::string reason, why{};
};
struct Cancelled {
  std::string reason;
};
struct Raised {
  LocalDate nominal;
  std::string reason;
};
struct Nudged {
  std::string text;
};
struct Moved {
  std::string on;
};  ///< a trigger that only the lifecycle file knows, or `close`
struct StepTaken {
  int rung = 0;
  std::string id, message;
  std::vector<std::string> to;
  bool nudge = false;
  LocalDate day;
};
struct StepSkipped {
  int rung = 0;
  std::string id, reason, why{};  ///< as in Waived
};
struct StepDeferred {
  int rung = 0;
  std::string id;
  Instant until;
  std::string reason, why{};  ///< as in Waived
};
struct Escalated {
  std::string reason;
  std::vector<std::string> to;
  std::string why{};  ///< as in Waived
};
struct Rescheduled {
  std::optional<LocalDate> old_effective, new_effective;
  std::string reason, why{};  ///< as in Waived
};
struct Quarantined {
  std::string reason, why{};  ///< as in Waived
};
struct Released {};
/// Somebody sent a file; it is still on the platform.
struct FileOffered {
  int number = 0;
  std::string channel, handle, name;
  std::int64_t bytes = 0;
};
struct FileKept {
  int number = 0;
  std::string person;  ///< who sent it
  std::string name, kind, digest;
  std::int64_t bytes = 0;
};
/// Nothing of the file is kept but this.
struct FileRefused {
  int number = 0;
  std::string person;  ///< who sent it
  std::string name, reason;
};
/// Its unit changed: the duty goes on under these codes. The record of handing over.
struct DutyPassedOn {
  std::vector<std::string> to_codes, to_units;
  LocalDate on;
  std::string basis, reorganisation;
};
/// The other end: a duty as it arrives at the successor, made of one or several (`sources`).
struct DutyTakenOver {
  Assignment assignment;
  LocalDate on;
  std::string basis, reorganisation;
};
/// Somebody left; the duty is now in these hands.
struct HandlerReplaced {
  std::string person, reason;
};

// --- plan
// -----------------------------------------------------------------------------------------------------------
struct PlanIssued {
  std::string document;
};
struct LadderFrozen {
  std::string key;
  Ladder ladder;
};
struct QuestionAnswered {
  std::string question, text;
  ConfirmedDues dues;
};
struct PlanMoved {
  std::string on, period;
};
struct SummaryDrafted {
  SummaryRecord record;
};
struct SummaryApproved {
  SummaryRecord record;
};
struct SummaryAmended {
  SummaryRecord record;
};
/// Reports of the plan go to another unit from now on.
struct RecipientReplaced {
  std::string from, to, basis;
};

// --- office
// ---------------------------------------------------------------------------------------------------------
struct UnitRegistered {
  Unit unit;
};
/// A unit after what happened to it: founded, ended, renamed, placed elsewhere.
struct UnitReorganised {
  UnitAct act = UnitAct::merge;
  LocalDate on;
  std::string basis, reorganisation;
  Unit unit;
};
/// Taken down before its day.
struct ReorganisationPlanned {
  Reorganisation reorganisation;
};
struct ReorganisationDone {
  Reorganisation reorganisation;
  std::vector<Handover> handovers;
  std::vector<std::string> waived;  ///< codes of duties that nobody takes over
};
struct ReorganisationDropped {
  std::string reason;
  bool failed = false;  ///< on its day it could not be carried out
};
struct PersonRegistered {
  Person person;
};
/// Follows the unit.
struct PersonMoved {
  std::string unit, reorganisation;
};
/// Nothing is in the person's hands any more.
struct PersonLeft {
  std::string successor, reason;
};
/// The other end: roles of somebody who left, and the duties that were in his hands.
struct RolesTakenOver {
  std::string from;
  bool officer = false, lead = false;
  std::vector<std::string> codes;
  std::string reason;
};
/// Of the person's leaves, from `day` on.
struct DeputyReplaced {
  std::string from, to;
  LocalDate day;
};
struct LeaveTaken {
  Leave leave;
};
/// Of the person's leaves the one that began on `from`; before that day: it never was.
struct LeaveEnded {
  LocalDate from, last;
};
struct RolesAssigned {
  std::string unit;
  bool officer = false, lead = false;
};
struct InvitationMade {
  Invitation invitation;
};
/// Takes the place of an older account on the same channel.
struct AccountBound {
  std::string channel, account, invitation;
};
struct AccountUnbound {
  std::string channel, account, reason;
};
/// The person wrote, or a platform said whether it reaches the account.
struct AccountNoted {
  std::string channel, account;
  bool reachable = true;
  bool heard = false;
  std::string reason;
};
struct RebindAsked {
  std::string channel, account, invitation;
};
struct RebindRefused {
  std::string channel, account;
};
/// The person wants no reminders; those of the duty go to the deputy and the lead.
struct RemindersStopped {
  std::string channel, reason;
};
struct RemindersWanted {};
/// Somebody wrote whom no account is bound to.
struct StrangerHeard {
  LocalDate day;  ///< in the office's own zone
  bool wrong_code = false;
};
struct CalendarYearSet {
  CalendarYear year;
  std::string reason, why{};  ///< as in Waived; a person's own reason has no `why`
};
struct ConversationSaved {
  Conversation conversation;
};

// --- messages
// -------------------------------------------------------------------------------------------------------
/// What became of a message of the outbox. `outcome`: "delivered", "retry", "given_up",
/// "overtaken", "seen".
struct MessageSettled {
  std::int64_t message = 0;
  std::string code, step, channel, outcome, detail;
};

// --- the morning digest
// -------------------------------------------------------------------------------------------------
/// A lead was told how her plans stand. `lines`: all of them, so that the next morning can compare.
struct DigestSent {
  LocalDate day;
  std::vector<DigestLine> lines;
};
/// One morning is over for all leads. `missed`: nothing ran between digest_at and digest_until, so
/// nobody was told.
struct MorningSettled {
  LocalDate day;
  int sent = 0;
  int unchanged = 0;  ///< leads for whom nothing was new
  bool missed = false;
};

/// All kinds of facts.
using EventVariant =
    std::variant<AssignmentIssued, DueConfirmed, Acknowledged, Progressed, Submitted, Accepted,
                 Returned, ExtensionRequested, ExtensionGranted, ExtensionRefused, Blocked,
                 Unblocked, Suspended, Resumed, Disputed, DisputeSettled, HandedOver, Transferred,
                 Snoozed, Waived, Cancelled, Raised, Nudged, Moved, StepTaken, StepSkipped,
                 StepDeferred, Escalated, Rescheduled, Quarantined, Released, FileOffered, FileKept,
                 FileRefused, DutyPassedOn, DutyTakenOver, HandlerReplaced, PlanIssued,
                 LadderFrozen, QuestionAnswered, PlanMoved, SummaryDrafted, SummaryApproved,
                 SummaryAmended, RecipientReplaced, UnitRegistered, UnitReorganised,
                 ReorganisationPlanned, ReorganisationDone, ReorganisationDropped,
                 PersonRegistered, PersonMoved, PersonLeft, RolesTakenOver, DeputyReplaced,
                 LeaveTaken, LeaveEnded, RolesAssigned,
                 InvitationMade, AccountBound, AccountUnbound, AccountNoted, RebindAsked,
                 RebindRefused, RemindersStopped, RemindersWanted, StrangerHeard, CalendarYearSet,
                 ConversationSaved, MessageSettled, DigestSent, MorningSettled>;

/// One of them. A class of its own, so that copying and destroying so many alternatives is compiled
/// once (event.cpp) and not in every file that has an event.
struct EventBody : EventVariant {
  using EventVariant::EventVariant;
  EventBody();
  EventBody(const EventBody& other);
  EventBody(EventBody&& other) noexcept;
  EventBody& operator=(const EventBody& other);
  EventBody& operator=(EventBody&& other) noexcept;
  ~EventBody();
};

struct Event {
  Instant at;
  std::string by;                   ///< person id; empty: the system
  std::string subject;              ///< code, plan id, unit id, person id or year
  std::string via;                  ///< key of the message that caused it, or empty
  std::optional<std::string> to;    ///< lifecycle state after the event, when it moved
  Meaning meaning = Meaning::open;  ///< what `to` means by the chart of that day; only with `to`
  bool cleared = false;  ///< the transition cleared the conditions (blocked, extension pending,
                         ///< disputed, snoozed)
  bool rearmed = false;  ///< `next` says how the armed step stands now; otherwise it is unchanged
  std::optional<NextStep> next;  ///< none with rearmed: nothing armed any more
  EventBody body;
};

/// "acknowledged", "step_taken" …: the name in the log.
std::string_view name_of(const EventBody& body);

/// Whether some event has that name; false for steps of a ladder.
bool is_event_name(std::string_view name);

/// What kind of thing `subject` names.
enum class SubjectKind {
  assignment,
  plan,
  ladder,
  unit,
  person,
  calendar,
  conversation,
  message,
  stranger,
  digest,   ///< a lead
  morning,  ///< a day
  reorganisation,
};
SubjectKind subject_kind(const EventBody& body);

}  // namespace dondoc
