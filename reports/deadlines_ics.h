// Deadlines as a calendar feed (RFC 5545; METHOD:PUBLISH, RFC 5546): an all-day entry on the day
// that counts (hạn áp dụng), the day as written in its description. No alarms: reminding is done in
// the chat. Equal states give equal bytes: no time in it is the clock's. Pure; safe from any
// thread.
#pragma once

#include <string>
#include <vector>

#include "engine/state/assignment.h"
#include "engine/state/office.h"

namespace dondoc {

enum class DeadlineEntry {
  event,  ///< VEVENT: every calendar shows it
  task,   ///< VTODO: can be ticked off; few calendars on phones show it
};

struct DeadlineFeed {
  std::string name;  ///< of the calendar
  DeadlineEntry entry = DeadlineEntry::event;
};

/// Whether the duty is in a unit's feed: its own, not those of units below it.
bool is_deadline_of_unit(const Assignment& assignment, const std::string& unit);

/// Whether the duty is in a person's feed: handed to her, or her unit's and handed to nobody, when
/// she is an officer; for a lead also whatever her unit and the units below it owe.
bool is_deadline_of_person(const Office& office, const Assignment& assignment,
                           const Person& person);

/// Dated and confirmed duties in their order; undated ones and those whose date waits for a lead
/// are left out. UID is the code and the plan, and stays; SEQUENCE is the seconds from issue to the
/// last change. What was waived, withdrawn or transferred is CANCELLED and stays in, so that
/// calendars take it away; what was handed in is COMPLETED as a task and marked in an event's
/// title. `today`: for duties that are suspended, whose day moves with it.
std::string deadlines_ics(const Office& office, const std::vector<const Assignment*>& assignments,
                          const DeadlineFeed& feed, LocalDate today);

}  // namespace dondoc
