// The thing that is tracked: obligation × unit × period (design §3), as the log has made it. Values
// only. Changed by evolve (engine/state/evolve.h) and by nothing else.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/lifecycle/chart.h"
#include "engine/plan/plan.h"
#include "engine/time/calendar.h"
#include "engine/time/time.h"

namespace dondoc {

/// Count and money as whole numbers, percent and score as decimals, text and file as text, yes/no
/// as 1/0.
using FigureValue = std::variant<std::int64_t, double, std::string>;

struct Figure {
  std::string field;
  FigureValue value;
  bool estimate = false;  ///< ước thực hiện
  bool operator==(const Figure&) const = default;
};

enum class Outcome {
  complete,
  partial,
  nil,        ///< không phát sinh: an answer, not a gap
  corrected,  ///< replaces an earlier version
};

/// One report. Versions are kept; the last one counts.
struct Submission {
  int version = 1;
  Outcome outcome = Outcome::complete;
  Instant at;
  std::string by;
  std::string via;  ///< key of the message it came through, or empty
  std::vector<Figure> figures;
  std::string text;
  std::vector<std::string> files;
  std::vector<std::string> together_with;  ///< codes that the same report satisfied
  bool late_with_permission = false;  ///< after the original due date, within a granted extension
};

/// A file sent in the chat for the assignment. Its bytes are kept apart, under their digest
/// (engine/port/file_keeper.h).
struct Attachment {
  int number = 0;      ///< of its assignment, from 1; never given twice
  std::string name;    ///< as the sender called it; may be empty
  std::string kind;    ///< "pdf", "docx" … by content; empty while it is still to be fetched
  std::string digest;  ///< SHA-256 in hexadecimal; empty while it is still to be fetched
  std::int64_t bytes = 0;
  std::string by;
  Instant at;  ///< when it was offered, then when it was kept
  bool is_kept() const { return !digest.empty(); }
};

enum class LedgerKind { suspended, resumed, extended, rescheduled };

/// One entry of the time ledger: who changed the running of time, why, by which document (design
/// §5).
struct LedgerEntry {
  LedgerKind kind = LedgerKind::extended;
  LocalDate
      date;  ///< suspended/resumed: the day it took effect; extended/rescheduled: the new due date
  Instant at;
  std::string by;
  std::string reason;
  std::string document;
};

struct Block {
  Instant since;
  std::string reason;
  std::string by;
};

struct ExtensionRequest {
  Instant at;
  LocalDate until;
  std::string reason;
  std::string by;
};

struct Dispute {
  Instant at;
  std::string reason;
  std::string by;
};

/// The armed step. `rung` is the place in the frozen ladder, or k_promise_check.
struct NextStep {
  int rung = 0;
  Instant at;
  bool operator==(const NextStep&) const = default;
};
inline constexpr int k_promise_check = -1;

/// A duty that became part of this one when its unit changed (design §10).
struct Source {
  std::string code;
  std::string unit;
  bool counts = false;  ///< its last report is added up, until this duty has one of its own
  std::vector<Submission> submissions{};
  std::optional<Instant> completed_at{};
};

struct Assignment {
  std::string code;
  std::string plan;
  std::string obligation;
  std::string unit;
  std::string period;
  std::string state;                   ///< id of a state of the assignment lifecycle
  Meaning meaning = Meaning::waiting;  ///< what that state means, as recorded when it was entered
  Binding binding = Binding::ordered;
  std::string ladder;  ///< key of the frozen ladder (Office::ladders)
  Instant issued_at;

  // Time. Due dates are derived (due_of), never stored.
  std::optional<LocalDate> nominal;  ///< as written; none: ongoing, triggered or not confirmed
  Roll roll = Roll::next_workday;
  std::optional<LocalDate> from;
  std::optional<LocalDate> cutoff;
  std::string confirmed_by;  ///< who confirmed an assumed date; empty: the plan states it
  std::vector<LedgerEntry> ledger;

  // Conditions beside the state.
  std::optional<Block> block;
  std::optional<ExtensionRequest> extension_request;
  std::optional<Dispute> dispute;
  std::string handler;  ///< person the unit handed it to; empty: the unit's officers

  // Reminding.
  Instant ladder_from;            ///< steps at or before this are history
  bool ladder_restarted = false;  ///< anew after a decision: what the issue caused is history
  std::uint64_t steps_done = 0;   ///< bit per rung taken or skipped since ladder_from
  std::optional<NextStep> next;
  std::optional<Instant>
      not_before;  ///< steps wait until then (outside hours, daily share used up)
  std::optional<Instant> snoozed_until;
  int unanswered_nudges = 0;
  bool escalated = false;  ///< on the leads' list because of silence
  bool quarantined = false;

  // What the unit said.
  std::optional<Instant> acknowledged_at;
  std::optional<Instant> last_answer_at;  ///< none: "chưa cập nhật"
  std::optional<double> percent;
  std::optional<std::int64_t> done_count;
  std::optional<std::int64_t> total_count;
  std::string remark;
  std::vector<Submission> submissions;
  std::vector<Attachment> attachments;  ///< kept, or still to be fetched; refused ones are gone
  int attachments_offered = 0;
  std::optional<Instant> completed_at;  ///< when the report that counts was handed in
  std::optional<Instant> accepted_at;

  // Units that changed.
  std::vector<Source> sources;         ///< oldest first; whose duty it was before
  std::vector<std::string> moved_to;   ///< codes under which it goes on
};

/// Hạn theo văn bản and hạn áp dụng after extensions, suspensions and rolling.
struct Due {
  LocalDate nominal;
  LocalDate effective;
  LocalDate earlier() const { return nominal < effective ? nominal : effective; }
  LocalDate later() const { return nominal < effective ? effective : nominal; }
};

/// None when the assignment has no date. An open suspension moves the date day by day until
/// `today`.
std::optional<Due> due_of(const Assignment& assignment, const Calendar& calendar, LocalDate today);

/// The due date before any extension: what "late with permission" is measured against.
std::optional<Due> original_due_of(const Assignment& assignment, const Calendar& calendar);

bool is_suspended(const Assignment& assignment);

/// Number of granted extensions.
int extensions_of(const Assignment& assignment);

}  // namespace dondoc
