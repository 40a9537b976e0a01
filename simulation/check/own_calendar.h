// The calendar as the watches know it: from the log, walked day by day. Shares nothing with
// engine/time/calendar.h but the dates themselves.
#pragma once

#include <set>

#include "engine/time/time.h"
#include "simulation/check/json_text.h"

namespace dondoc::simulation {

class OwnCalendar {
 public:
  /// A year as the event calendar_year_set has it.
  void take(Json year);
  bool is_worked(LocalDate day) const;
  LocalDate worked_from(LocalDate day) const;    ///< the day itself, or the next that is worked
  LocalDate worked_before(LocalDate day) const;  ///< the day itself, or the last that was worked
  /// So many worked days after `day`, or before it when `count` is negative.
  LocalDate worked_days_from(LocalDate day, int count) const;

 private:
  std::set<LocalDate> off_, worked_;
};

}  // namespace dondoc::simulation
