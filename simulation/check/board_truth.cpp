#include "simulation/check/board_truth.h"

#include <fmt/format.h>

#include <algorithm>

namespace dondoc::simulation {
namespace {

constexpr int k_days_between = 5;

/// What a duty must be on the board, and by how many days.
struct Truth {
  Standing standing = Standing::open_in_term;
  int days = 0;
};

Truth truth_of(const Mirror& mirror, const OwnDuty& duty, LocalDate today, const Zone& zone) {
  if (duty.meaning == "waiting") return {Standing::unconfirmed, 0};
  if (duty.binding == "requested") return {Standing::requested, 0};
  const bool handed_in = !duty.is_open();
  LocalDate day = today;
  if (handed_in && duty.completed_at)
    day = zone.date_of(*duty.completed_at);
  else if (handed_in && duty.accepted_at)
    day = zone.date_of(*duty.accepted_at);
  const auto dates = mirror.dates_of(duty, day);
  if (!dates) return {Standing::ongoing, 0};
  const bool has_day = !handed_in || duty.completed_at || duty.accepted_at;
  int days = 0;
  for (LocalDate d = std::max(dates->nominal, dates->effective); has_day && d < day;
       d = d + CalendarDays{1})
    ++days;
  if (handed_in) return {days > 0 ? Standing::done_late : Standing::done_on_time, days};
  return {days > 0 ? Standing::open_overdue : Standing::open_in_term, days};
}

}  // namespace

void BoardWatch::day_ends(const View& view) {
  if (++days_ % k_days_between == 1) look(view);
}

void BoardWatch::look(const View& view) {
  const auto assignments = stored_.read(view.disk, mirror_);
  if (!assignments) return findings_.add("board", assignments.error().message);
  const Board board =
      desk_.board(view.office, **assignments, view.definitions.assignment_chart, view.machine);
  for (const BoardRow& row : board.rows) look_at_row(row, board.today);
}

void BoardWatch::look_at_row(const BoardRow& row, LocalDate today) {
  const OwnDuty* duty = mirror_.duty(row.code);
  if (duty == nullptr) return findings_.add("board", row.code + " is on the board, not stored");
  const Truth truth = truth_of(mirror_, *duty, today, zone_);
  const int days = row.days_overdue + row.days_late;
  if (row.standing != truth.standing || days != truth.days)
    findings_.add("overdue",
                  fmt::format("{} is {} with {} days on the board of {}, by the "
                              "calendar {} with {}",
                              row.code, static_cast<int>(row.standing), days, today.iso(),
                              static_cast<int>(truth.standing), truth.days));
}

}  // namespace dondoc::simulation
