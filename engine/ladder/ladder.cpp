#include "engine/ladder/ladder.h"

#include <algorithm>

#include "engine/check.h"

namespace dondoc {
namespace {

/// Longer than any run of days off; a calendar without a working day in so long a time is a fault
/// of its table.
constexpr int k_days_looked_ahead = 366;

bool is_sending_day(LocalDate day, const Calendar& calendar, DayRule rule) {
  return rule == DayRule::any_day || calendar.is_working_day(day);
}

/// The first instant of `day` at or after `t` within the hours.
std::optional<Instant> first_on(LocalDate day, Instant t, const SendingHours& hours,
                                const Zone& zone) {
  std::optional<Instant> first;
  for (const auto& [from, to] : hours.windows) {
    if (zone.at(day, to) < t) continue;
    Instant candidate = std::max(t, zone.at(day, from));
    if (!first || candidate < *first) first = candidate;
  }
  return first;
}

}  // namespace

const Ladder* LadderBook::ladder(std::string_view id) const {
  auto found =
      std::find_if(ladders.begin(), ladders.end(), [&](const Ladder& l) { return l.id == id; });
  return found == ladders.end() ? nullptr : &*found;
}

const Ladder* LadderBook::chosen_for(const Obligation& obligation) const {
  if (const Ladder* own = ladder(obligation.ladder)) return own;
  if (obligation.binding == Binding::requested) return ladder(requested);
  auto found = by_kind.find(obligation.kind);
  return found == by_kind.end() ? nullptr : ladder(found->second);
}

Instant next_sending_time(Instant t, const SendingHours& hours, const Calendar& calendar,
                          const Zone& zone, DayRule rule) {
  CHECK(!hours.windows.empty());
  LocalDate day = zone.date_of(t);
  const LocalDate last = day + CalendarDays{k_days_looked_ahead};
  for (;; day = day + CalendarDays{1}) {
    CHECK(day <= last);
    if (!is_sending_day(day, calendar, rule)) continue;
    if (auto first = first_on(day, t, hours, zone)) return *first;
  }
}

bool is_sending_time(Instant t, const SendingHours& hours, const Calendar& calendar,
                     const Zone& zone, DayRule rule) {
  return next_sending_time(t, hours, calendar, zone, rule) == t;
}

}  // namespace dondoc
