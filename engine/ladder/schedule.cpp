#include "engine/ladder/schedule.h"

#include <algorithm>

#include "engine/check.h"

namespace dondoc {
namespace {

LocalDate before_due(const Rung& rung, LocalDate base, const Calendar& calendar) {
  if (rung.unit == DayUnit::working_days) return calendar.add(base, WorkingDays{rung.offset});
  return calendar.previous_working_day(base + CalendarDays{rung.offset});
}

LocalDate after(const Rung& rung, LocalDate base, const Calendar& calendar) {
  if (rung.unit == DayUnit::working_days) return calendar.add(base, WorkingDays{rung.offset});
  return calendar.next_working_day(base + CalendarDays{rung.offset});
}

Instant from_issue(const Rung& rung, const Assignment& a, const TimeRules& rules) {
  if (rung.offset == 0)
    return next_sending_time(a.issued_at, rules.hours, rules.calendar, rules.zone,
                             DayRule::working_days_only);
  LocalDate day = after(rung, rules.zone.date_of(a.issued_at), rules.calendar);
  return rules.zone.at(day, rung.at);
}

bool is_pointless(const Rung& rung, const Assignment& a) {
  return rung.only_unacknowledged && a.acknowledged_at;
}

bool is_history(const Rung& rung, const Assignment& a, Instant at) {
  if (rung.anchor == Anchor::issue && a.ladder_restarted) return true;
  return at < a.ladder_from;
}

}  // namespace

std::optional<Instant> instant_of(const Rung& rung, const Assignment& a, const TimeRules& rules) {
  if (rung.anchor == Anchor::issue) return from_issue(rung, a, rules);
  auto due = due_of(a, rules.calendar, rules.zone.date_of(a.ladder_from));
  if (!due) return std::nullopt;
  // Written and applied date differ by rolling alone until somebody moves the date; then only the
  // agreed one counts.
  const bool as_written = a.ledger.empty();
  LocalDate day = due->effective;
  if (rung.offset < 0)
    day = before_due(rung, as_written ? due->earlier() : due->effective, rules.calendar);
  if (rung.offset > 0)
    day = after(rung, as_written ? due->later() : due->effective, rules.calendar);
  return rules.zone.at(day, rung.at);
}

std::vector<NextStep> pending_steps(const Assignment& a, const Ladder& ladder,
                                    const TimeRules& rules) {
  CHECK(ladder.rungs.size() <= 64);
  std::vector<NextStep> steps;
  const auto add = [&](int rung, Instant at) {
    steps.push_back({rung, a.not_before ? std::max(at, *a.not_before) : at});
  };
  for (std::size_t i = 0; i < ladder.rungs.size(); ++i) {
    if ((a.steps_done >> i) & 1U) continue;
    const Rung& rung = ladder.rungs[i];
    auto at = instant_of(rung, a, rules);
    if (!at || is_pointless(rung, a) || is_history(rung, a, *at)) continue;
    if (a.snoozed_until && *at < *a.snoozed_until) continue;
    add(static_cast<int>(i), *at);
  }
  if (a.snoozed_until) add(k_promise_check, *a.snoozed_until);
  std::stable_sort(steps.begin(), steps.end(),
                   [](const NextStep& x, const NextStep& y) { return x.at < y.at; });
  return steps;
}

std::optional<NextStep> next_step(const Assignment& a, const Ladder& ladder,
                                  const TimeRules& rules) {
  if (a.meaning != Meaning::open || a.quarantined) return std::nullopt;
  auto steps = pending_steps(a, ladder, rules);
  if (steps.empty()) return std::nullopt;
  return steps.front();
}

}  // namespace dondoc
