// Standings: how many duties are handed in, owed and late, for the morning digest and for "tình
// hình" (domain.md §5). Pure; safe from any thread.
#pragma once

#include <cstdint>

#include "engine/state/assignment.h"
#include "engine/time/calendar.h"
#include "engine/time/time.h"

namespace dondoc {

/// Dated duties that were ordered; the others are never overdue and are not counted.
struct Standings {
  std::int64_t expected = 0;
  std::int64_t on_time = 0, late = 0;        ///< handed in
  std::int64_t in_term = 0, overdue = 0;     ///< owed
  std::int64_t blocked = 0, extensions = 0;  ///< of those owed: a difficulty, a request that waits
  std::int64_t soon = 0;                     ///< of those owed: due within three days
  Instant
      latest;  ///< the newest report, difficulty or request among them: equal numbers can be news

  std::int64_t handed_in() const { return on_time + late; }
  std::int64_t owed() const { return in_term + overdue; }
  bool operator==(const Standings&) const = default;
};

/// Adds one assignment as it stands on `today`.
void count(Standings& standings, const Assignment& assignment, const Calendar& calendar,
           const Zone& zone, LocalDate today);

void add(Standings& sum, const Standings& part);

}  // namespace dondoc
