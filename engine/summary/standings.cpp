#include "engine/summary/standings.h"

#include <algorithm>

namespace dondoc {
namespace {

constexpr CalendarDays k_soon{3};

void count_handed_in(Standings& s, const Assignment& a, const Due& due, const Zone& zone) {
  ++s.expected;
  const bool late = a.completed_at && zone.date_of(*a.completed_at) > due.later();
  ++(late ? s.late : s.on_time);
  if (a.completed_at) s.latest = std::max(s.latest, *a.completed_at);
}

void count_owed(Standings& s, const Assignment& a, const Due& due, LocalDate today) {
  ++s.expected;
  ++(today > due.later() ? s.overdue : s.in_term);
  if (due.effective >= today && due.effective <= today + k_soon) ++s.soon;
  if (a.block) {
    ++s.blocked;
    s.latest = std::max(s.latest, a.block->since);
  }
  if (a.extension_request) {
    ++s.extensions;
    s.latest = std::max(s.latest, a.extension_request->at);
  }
}

}  // namespace

void count(Standings& s, const Assignment& a, const Calendar& calendar, const Zone& zone,
           LocalDate today) {
  if (a.binding != Binding::ordered) return;
  const auto due = due_of(a, calendar, today);
  if (!due) return;
  if (a.meaning == Meaning::reported || a.meaning == Meaning::done)
    count_handed_in(s, a, *due, zone);
  else if (a.meaning == Meaning::open)
    count_owed(s, a, *due, today);
}

void add(Standings& sum, const Standings& part) {
  sum.expected += part.expected;
  sum.on_time += part.on_time;
  sum.late += part.late;
  sum.in_term += part.in_term;
  sum.overdue += part.overdue;
  sum.blocked += part.blocked;
  sum.extensions += part.extensions;
  sum.soon += part.soon;
  sum.latest = std::max(sum.latest, part.latest);
}

}  // namespace dondoc
