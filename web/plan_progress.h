// How far a plan is, day by day: how many duties are due by then, and how many of these were handed
// in. Pure; safe from any thread.
#pragma once

#include <vector>

#include "web/access.h"
#include "web/page_desk.h"

namespace dondoc {

/// The end of one day; a day on which something is due, or today.
struct PlanProgress {
  LocalDate day;
  int due = 0;          ///< with a date up to this day
  int handed_in = 0;    ///< of all with a date, handed in up to this day
  bool is_past = true;  ///< false: what will have been handed in by then nobody knows
};

/// In order of days; of many days the first and every so many, at most `most`. Empty: nothing in
/// sight has a date.
std::vector<PlanProgress> progress_of(const Moment& moment, Sight& sight, const std::string& plan,
                                      std::size_t most);

}  // namespace dondoc
