#include "engine/state/assignment.h"

#include <algorithm>

namespace dondoc {
namespace {

enum class Extensions { counted, ignored };

/// The due date as the entries of the ledger move it, one after the other.
class RunningDue {
 public:
  RunningDue(LocalDate effective, const Calendar& calendar)
      : effective_(effective), calendar_(calendar) {}

  void take(const LedgerEntry& entry, Extensions extensions) {
    switch (entry.kind) {
      case LedgerKind::suspended:
        if (!stopped_on_) stopped_on_ = entry.date;
        return;
      case LedgerKind::resumed:
        run_again(entry.date);
        return;
      case LedgerKind::extended:
        // An agreed date is kept as given, even on a day off.
        if (extensions == Extensions::counted) effective_ = entry.date;
        return;
      case LedgerKind::rescheduled:
        effective_ = entry.date;
        return;
    }
  }

  /// The days between stop and `on` are given back. Time that stopped after `on` gives none.
  void run_again(LocalDate on) {
    if (stopped_on_ && on > *stopped_on_)
      effective_ = calendar_.next_working_day(effective_ + (on - *stopped_on_));
    stopped_on_.reset();
  }

  LocalDate effective() const { return effective_; }

 private:
  LocalDate effective_;
  const Calendar& calendar_;
  std::optional<LocalDate> stopped_on_;
};

RunningDue run_ledger(const Assignment& assignment, const Calendar& calendar,
                      Extensions extensions) {
  RunningDue due(effective_due(*assignment.nominal, assignment.roll, calendar), calendar);
  for (const LedgerEntry& entry : assignment.ledger) due.take(entry, extensions);
  return due;
}

}  // namespace

std::optional<Due> due_of(const Assignment& assignment, const Calendar& calendar, LocalDate today) {
  if (!assignment.nominal) return std::nullopt;
  RunningDue due = run_ledger(assignment, calendar, Extensions::counted);
  // While time stands still the date is the one that resuming today would give.
  due.run_again(today);
  return Due{*assignment.nominal, due.effective()};
}

std::optional<Due> original_due_of(const Assignment& assignment, const Calendar& calendar) {
  if (!assignment.nominal) return std::nullopt;
  return Due{*assignment.nominal,
             run_ledger(assignment, calendar, Extensions::ignored).effective()};
}

bool is_suspended(const Assignment& assignment) {
  auto last = std::find_if(
      assignment.ledger.rbegin(), assignment.ledger.rend(), [](const LedgerEntry& entry) {
        return entry.kind == LedgerKind::suspended || entry.kind == LedgerKind::resumed;
      });
  return last != assignment.ledger.rend() && last->kind == LedgerKind::suspended;
}

int extensions_of(const Assignment& assignment) {
  auto is_extension = [](const LedgerEntry& entry) { return entry.kind == LedgerKind::extended; };
  return static_cast<int>(
      std::count_if(assignment.ledger.begin(), assignment.ledger.end(), is_extension));
}

}  // namespace dondoc
