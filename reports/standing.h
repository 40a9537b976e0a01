// One assignment judged for the board: the rules of overdue, late, due soon and not updated. Pure;
// safe from any thread.
#pragma once

#include <optional>

#include "engine/state/assignment.h"
#include "reports/board.h"

namespace dondoc {

inline constexpr CalendarDays k_due_soon{3};
inline constexpr WorkingDays k_silence{2};

/// The day and calendar that everything on one board is judged by.
struct BoardDay {
  const Calendar& calendar;
  LocalDate today;
  Zone zone;
};

struct Judgement {
  Standing standing = Standing::open_in_term;
  bool open = false;
  std::optional<Due> due;
  int days_overdue = 0;
  int days_late = 0;
  bool due_soon = false;
  bool not_updated = false;
};

/// Requires: the assignment is not void (CHECKed).
Judgement judge(const Assignment& assignment, const BoardDay& day);

}  // namespace dondoc
