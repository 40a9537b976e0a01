// Reminder ladders as data (design §7, domain.md §5): config/ladders.json. Values only.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/plan/plan.h"
#include "engine/time/calendar.h"
#include "engine/time/time.h"

namespace dondoc {

enum class Anchor {
  issue,  ///< the day the assignment was issued (or handed over, or returned)
  due,    ///< the due date
};

enum class DayUnit { calendar_days, working_days };

enum class Audience { officer, deputy, lead, superior };

/// One step of a ladder. Before the due date it counts from the earlier of nominal and effective
/// date and moves to the working day before when it falls on a day off; on the day it is the
/// effective date; after it working days from the later.
struct Rung {
  std::string id;  ///< "D-7", "D", "D+1", "lead", "ack-repeat"
  Anchor anchor = Anchor::due;
  int offset = 0;
  DayUnit unit = DayUnit::calendar_days;
  TimeOfDay at = TimeOfDay::at(8, 0);
  Audience audience = Audience::officer;
  std::string message;               ///< "M-02"
  bool only_unacknowledged = false;  ///< skipped once the officer has acknowledged
  bool nudge = true;                 ///< counts towards escalation by silence
};

struct Ladder {
  std::string id;
  std::vector<Rung> rungs;
};

struct SendingHours {
  std::vector<std::pair<TimeOfDay, TimeOfDay>>
      windows;  ///< [08:00, 11:00], [14:00, 16:30]; both ends included
};

struct LadderBook {
  std::vector<Ladder> ladders;
  std::map<Kind, std::string> by_kind;
  std::string requested;  ///< ladder for `requested` duties
  SendingHours hours;
  int messages_a_day = 2;     ///< per person; more are bundled or wait
  int unanswered_nudges = 3;  ///< more than this escalates
  /// The leads' morning digest has a window of its own, on working days, beside the hours. None: no
  /// digests.
  std::optional<TimeOfDay> digest_at = TimeOfDay::at(7, 45);
  TimeOfDay digest_until = TimeOfDay::at(11, 0);  ///< one that was missed is not sent later
  TimeOfDay promise_check_at = TimeOfDay::at(15, 0);

  const Ladder* ladder(std::string_view id) const;
  /// By the obligation's own choice, its binding, then its kind. Never null for a checked book.
  const Ladder* chosen_for(const Obligation& obligation) const;
};

/// The first instant at or after `t` when messages may go out: a working day, within the sending
/// hours. `due_today` lifts the working-day rule, not the hours.
enum class DayRule { working_days_only, any_day };
Instant next_sending_time(Instant t, const SendingHours& hours, const Calendar& calendar,
                          const Zone& zone, DayRule rule);
bool is_sending_time(Instant t, const SendingHours& hours, const Calendar& calendar,
                     const Zone& zone, DayRule rule);

}  // namespace dondoc
