#include "reports/standing.h"

#include "engine/check.h"

namespace dondoc {
namespace {

bool is_handed_in(const Assignment& a) {
  return a.meaning == Meaning::reported || a.meaning == Meaning::done;
}

/// Days after the later of both due dates; 0 until it has passed.
int days_after(const Due& due, LocalDate day) {
  return day > due.later() ? (day - due.later()).count : 0;
}

/// The day it was handed in; none when it counts as handed in without anybody having said when.
std::optional<LocalDate> finished_on(const Assignment& a, const Zone& zone) {
  if (a.completed_at) return zone.date_of(*a.completed_at);
  if (a.accepted_at) return zone.date_of(*a.accepted_at);
  return std::nullopt;
}

void count_days(Judgement& judgement, Binding binding, std::optional<LocalDate> finished,
                LocalDate today) {
  if (!judgement.due || binding != Binding::ordered) return;
  if (judgement.open) judgement.days_overdue = days_after(*judgement.due, today);
  if (finished) judgement.days_late = days_after(*judgement.due, *finished);
}

Standing standing_of(const Assignment& a, const Judgement& judgement) {
  if (a.meaning == Meaning::waiting) return Standing::unconfirmed;
  if (a.binding == Binding::requested) return Standing::requested;
  if (!judgement.due) return Standing::ongoing;
  if (is_handed_in(a))
    return judgement.days_late > 0 ? Standing::done_late : Standing::done_on_time;
  return judgement.days_overdue > 0 ? Standing::open_overdue : Standing::open_in_term;
}

bool is_due_soon(const Judgement& judgement, LocalDate today) {
  return judgement.open && judgement.due && today <= judgement.due->later() &&
         judgement.due->earlier() - today <= k_due_soon;
}

bool is_not_updated(const Assignment& a, const Judgement& judgement, const BoardDay& day) {
  if (a.last_answer_at) return false;
  if (judgement.standing == Standing::open_overdue) return true;
  return judgement.standing == Standing::open_in_term &&
         day.calendar.between(day.zone.date_of(a.issued_at), day.today) >= k_silence;
}

}  // namespace

Judgement judge(const Assignment& a, const BoardDay& day) {
  CHECK(a.meaning != Meaning::void_);
  Judgement judgement;
  judgement.open = a.meaning == Meaning::open;
  const auto finished = is_handed_in(a) ? finished_on(a, day.zone) : std::nullopt;
  judgement.due = due_of(a, day.calendar, finished.value_or(day.today));
  count_days(judgement, a.binding, finished, day.today);
  judgement.standing = standing_of(a, judgement);
  judgement.due_soon = is_due_soon(judgement, day.today);
  judgement.not_updated = is_not_updated(a, judgement, day);
  return judgement;
}

}  // namespace dondoc
