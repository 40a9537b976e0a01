// The slow model: due dates and ladder steps as a clerk with a wall calendar would find them, one
// day after the other. Written from design §6–7 and domain.md §2, without a look at the engine.
// Pure; one thread.
#pragma once

#include <string>
#include <vector>

#include "tests/slow_model/rule.h"

namespace slow {

/// A fault of the model on purpose, to show that the comparison notices one.
enum class Twist {
  none,
  before_means_on,          ///< "trước ngày 25" counts the 25th in
  short_month_has_no_date,  ///< no due date on the 31st of a month of 30 days
  every_period,             ///< "every two years" comes every year
  counted_from_first_date,  ///< n periods are counted from the first due date
  windows_roll,
  rolls_the_other_way,
  rolls_before_exclusive,
  make_up_days_are_off,
  first_day_counts,  ///< the day itself is the first working day after it
  before_counts_from_later,
  after_counts_from_earlier,
  moved_dates_are_ignored,  ///< written date still counts after an extension
  stopped_days_are_lost,
  given_back_without_rolling,
  cutoff_from_printed_day,
  acknowledged_are_asked_again,
  last_minute_is_too_late,
  promise_replaces_nothing,
  done_steps_come_again,
};
inline constexpr int k_twists = static_cast<int>(Twist::done_steps_come_again);

/// One line for each due date of the rule, then one for each step of the duty's ladder that is
/// still to come.
std::vector<std::string> answer(const Case& one, const Almanac& almanac, Twist twist = Twist::none);

}  // namespace slow
