#include "reports/board.h"

#include <algorithm>
#include <unordered_map>

#include "reports/judged.h"

namespace dondoc {
namespace {

/// Lets assignments pass; remembers what it found out about each unit.
class Gate {
 public:
  Gate(const Directory& directory, const BoardFilter& filter)
      : directory_(directory), filter_(filter) {}

  bool lets_pass(const Assignment& a) {
    if (a.meaning == Meaning::void_) return false;
    if (!filter_.plan.empty() && a.plan != filter_.plan) return false;
    if (!filter_.obligation.empty() && a.obligation != filter_.obligation) return false;
    return filter_.unit.empty() || is_within(a.unit);
  }

 private:
  bool is_within(const std::string& unit) {
    auto [known, is_new] = within_.try_emplace(unit, false);
    if (is_new) known->second = directory_.is_within(unit, filter_.unit);
    return known->second;
  }

  const Directory& directory_;
  const BoardFilter& filter_;
  std::unordered_map<std::string_view, bool> within_;
};

std::vector<Judged> judge_all(const Office& office, const std::vector<Assignment>& assignments,
                              const BoardFilter& filter, const BoardDay& day) {
  std::vector<Judged> all;
  Gate gate(office.directory, filter);
  for (const Assignment& a : assignments) {
    if (gate.lets_pass(a)) all.push_back({&a, judge(a, day)});
  }
  return all;
}

}  // namespace

Boxes change_of(const Boxes& now, const Boxes& before) {
  return {now.total - before.total,
          now.done_on_time - before.done_on_time,
          now.done_late - before.done_late,
          now.open_in_term - before.open_in_term,
          now.open_overdue - before.open_overdue,
          now.not_updated - before.not_updated,
          now.unconfirmed - before.unconfirmed,
          now.requested_open - before.requested_open,
          now.ongoing - before.ongoing};
}

Board make_board(const Office& office, const std::vector<Assignment>& assignments,
                 const Chart& assignment_chart, const BoardFilter& filter, Instant as_of,
                 const Zone& zone) {
  Board board;
  board.as_of = as_of;
  board.today = zone.date_of(as_of);
  const auto all = judge_all(office, assignments, filter, {office.calendar, board.today, zone});
  board.boxes = count(all);
  board.rows = rows_of(worst_first(all, filter.overdue_only), office, assignment_chart, zone);
  return board;
}

Boxes boxes_of(const Office& office, const std::vector<Assignment>& assignments,
               const BoardFilter& filter, Instant as_of, const Zone& zone) {
  return count(
      judge_all(office, assignments, filter, {office.calendar, zone.date_of(as_of), zone}));
}

Instant year_before(Instant t, const Zone& zone) {
  const LocalDate day = zone.date_of(t);
  const auto same = LocalDate::of(day.year() - 1, day.month(), day.day());
  const LocalDate before = same ? *same : day - CalendarDays{366};  // 29/02: the day before 01/03
  return zone.at(before, TimeOfDay{0}) + (t - zone.at(day, TimeOfDay{0}));
}

}  // namespace dondoc
