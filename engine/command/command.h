// Commands: what somebody asks for. decide (engine/command/decide.h) answers with events or with a
// reason. Values only.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/event/event.h"

namespace dondoc {

// --- the life of a plan
// ----------------------------------------------------------------------------------------------
struct IssuePlan {
  std::string document;
};  ///< the plan file's text
/// Answers a question of a plan. With `use_default` the proposed rules take effect, otherwise those
/// in `dues`.
struct ConfirmQuestion {
  std::string plan, question, text;
  bool use_default = false;
  ConfirmedDues dues;
};
struct CancelPlan {
  std::string plan, reason;
};
struct DraftSummary {
  std::string plan, period, text;
};
struct ApproveSummary {
  std::string plan, period;
};

// --- what officers say
// -----------------------------------------------------------------------------------------------
struct Acknowledge {
  std::string code;
};
struct ReportProgress {
  std::string code;
  std::optional<double> percent;
  std::optional<std::int64_t> done, total;
  std::string text;
};
/// One report; may satisfy several assignments of the same unit (design §3).
struct Submit {
  std::vector<std::string> codes;
  Outcome outcome = Outcome::complete;
  std::vector<Figure> figures;
  std::string text;
  std::vector<std::string> files;
};
struct RequestExtension {
  std::string code;
  LocalDate until;
  std::string reason;
};
struct ReportBlocked {
  std::string code, reason;
};
struct DisputeDuty {
  std::string code, reason;
};
struct HandOver {
  std::string code, person, reason;
};
struct Snooze {
  std::string code;
  Instant until;
  std::string reason;
};

/// A file somebody sent in the chat, for one duty; it is still on the platform.
struct OfferFile {
  std::string code, channel, handle, name;
  std::int64_t bytes = 0;  ///< as declared; 0: unknown
};
/// The program's own: the file was fetched, is of a kind that is taken, and its bytes are kept.
struct KeepFile {
  std::string code;
  int number = 0;
  std::string kind, digest;
  std::int64_t bytes = 0;
};
/// The program's own: the file could not be had or is not taken.
struct RefuseFile {
  std::string code;
  int number = 0;
  std::string reason;
};

// --- what leads decide
// -----------------------------------------------------------------------------------------------
struct Accept {
  std::string code;
};
struct ReturnReport {
  std::string code, reason;
  std::optional<LocalDate> until;
};
struct GrantExtension {
  std::string code;
  std::optional<LocalDate> until;
  std::string reason, document;
};  ///< none: the date asked for
struct RefuseExtension {
  std::string code, reason;
};
struct Unblock {
  std::string code, text;
};
struct Suspend {
  std::string code, reason, document;
};
struct Resume {
  std::string code, reason;
};
struct SettleDispute {
  std::string code, text;
  bool upheld = false;
};  ///< upheld: the duty is waived for that unit
struct Transfer {
  std::string code, unit, reason;
};
struct Waive {
  std::string code, reason;
};
struct CancelDuty {
  std::string code, reason;
};
struct Raise {
  std::string code;
  LocalDate due;
  std::string reason;
};  ///< gives a triggered duty its date
struct Nudge {
  std::string code, text;
};
struct FireTrigger {
  std::string code, on;
};  ///< a trigger of the lifecycle file

// --- the office
// ------------------------------------------------------------------------------------------------------
struct RegisterUnit {
  Unit unit;
};
struct RegisterPerson {
  Person person;
};
/// A list of units and persons, all of them or none; a unit after the one above it.
struct RegisterAll {
  std::vector<Unit> units;
  std::vector<Person> persons;
};
/// `hash`: of a code that only the sender of the command has seen (engine/command/invitation.h).
struct Invite {
  std::string person, channel, hash;
};
/// Removes the person's account on the channel; an empty channel: all of them.
struct Unbind {
  std::string person, channel, reason;
};
/// A lead's word on another account of a person who has one already.
struct SettleRebind {
  std::string person;
  bool granted = false;
};
/// A person wants no reminders any more (`stop`), or wants them again.
struct StopReminders {
  std::string person, channel;
  bool stop = true;
};
struct TakeLeave {
  std::string person;
  Leave leave;
};
/// The leave that begins on `from` is over: today is worked again.
struct EndLeave {
  std::string person;
  LocalDate from;
};
/// Where a person works and what she is there, from now on; what she has in hand stays with her.
struct AssignRoles {
  std::string person, unit;
  bool officer = false, lead = false;
};
struct ChangeCalendar {
  CalendarYear year;
  std::string reason;
  bool from_file = false;  ///< the program's own, out of its data files; `reason` is their source
};
struct ReleaseQuarantine {
  std::string code;
};
/// Units change: at once when its day has come, on its day otherwise.
struct ChangeUnits {
  Reorganisation reorganisation;
};
/// A change of units that has not taken effect yet is taken back.
struct DropReorganisation {
  std::string id, reason;
};
/// Everything somebody who leaves has: duties in hand, roles, standing in for others.
struct HandOverAll {
  std::string person, to, reason;
};

/// All kinds of commands.
using CommandVariant =
    std::variant<IssuePlan, ConfirmQuestion, CancelPlan, DraftSummary, ApproveSummary, Acknowledge,
                 ReportProgress, Submit, RequestExtension, ReportBlocked, DisputeDuty, HandOver,
                 Snooze, OfferFile, KeepFile, RefuseFile, Accept, ReturnReport, GrantExtension,
                 RefuseExtension, Unblock, Suspend, Resume, SettleDispute, Transfer, Waive,
                 CancelDuty, Raise, Nudge, FireTrigger, RegisterUnit, RegisterPerson, RegisterAll,
                 TakeLeave, EndLeave, AssignRoles, Invite, Unbind, SettleRebind, StopReminders,
                 ChangeCalendar, ReleaseQuarantine, ChangeUnits, DropReorganisation, HandOverAll>;

/// One of them. A class of its own for the same reason as EventBody (engine/event/event.h).
struct CommandBody : CommandVariant {
  using CommandVariant::CommandVariant;
  CommandBody();
  CommandBody(const CommandBody& other);
  CommandBody(CommandBody&& other) noexcept;
  CommandBody& operator=(const CommandBody& other);
  CommandBody& operator=(CommandBody&& other) noexcept;
  ~CommandBody();
};

/// The administrator's own identity: may do everything, is recorded as such.
inline constexpr std::string_view k_administrator = "administrator";

struct Command {
  std::string by;   ///< person id or k_administrator
  std::string key;  ///< the platform's own key of the update, for once-only handling; empty: none
  CommandBody body;
  /// `by` administers (web/page_route.h): may do everything, and is recorded by name.
  bool as_administrator = false;
};

}  // namespace dondoc
