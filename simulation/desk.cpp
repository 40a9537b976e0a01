#include "simulation/desk.h"

namespace dondoc::simulation {
namespace {

void miss_a_late_day(Board& board) {
  for (BoardRow& row : board.rows) {
    if (row.days_overdue == 0) continue;
    --row.days_overdue;
    if (row.days_overdue == 0) row.standing = Standing::open_in_term;
  }
}

/// The first total that holds enough figures; null when none does.
Total* total_with_figures(PlanSummary& summary) {
  for (ObligationSummary& obligation : summary.obligations) {
    for (Total& total : obligation.totals) {
      if (total.field.aggregate == Aggregate::sum && !total.given.empty()) return &total;
    }
  }
  return nullptr;
}

}  // namespace

Board Desk::board(const Office& office, const std::vector<Assignment>& assignments,
                  const Chart& chart, Instant as_of) {
  if (!first_calendar_) first_calendar_ = office.calendar;
  Board board;
  if (plant_ == Plant::old_calendar) {
    Office old = office;
    old.calendar = *first_calendar_;
    board = make_board(old, assignments, chart, {}, as_of, zone_);
  } else {
    board = make_board(office, assignments, chart, {}, as_of, zone_);
  }
  if (plant_ == Plant::miss_late_day) miss_a_late_day(board);
  return board;
}

PlanSummary Desk::summary(const Office& office, const Plan& plan,
                          const std::vector<const Assignment*>& assignments) const {
  PlanSummary summary = summarize(plan, "", assignments, office.calendar, zone_);
  Total* total = total_with_figures(summary);
  if (total == nullptr) return summary;
  if (plant_ == Plant::lose_figure) total->given.erase(total->given.begin());
  if (plant_ == Plant::double_figure) total->given.push_back(total->given.front());
  return summary;
}

}  // namespace dondoc::simulation
