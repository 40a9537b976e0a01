// What the slow model and the engine are asked alike: a due rule, a ladder, and what happened to
// the assignment. Plain values of the model's own.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tests/slow_model/almanac.h"

namespace slow {

enum class Roll { next_workday, prev_workday, none };

/// One part of a rule. `kind` says which of the fields count.
struct Part {
  enum class Kind { date, window, recurring, trigger } kind = Kind::date;
  Date date;  ///< as printed; the end of a window
  bool inclusive = true;
  std::optional<Date> begin;  ///< of the work, or of the window
  std::string period;
  Roll roll = Roll::next_workday;
  std::optional<Date> cutoff;

  int months = 1;  ///< 1, 3, 6, 12: month, quarter, half-year, year
  int interval = 1;
  int day = 1;
  std::optional<int> month;
  Date from;
  Date to;
  std::optional<int> cutoff_days;
};

struct Rule {
  std::vector<Part> parts;  ///< more than one: several rhythms
  std::optional<Date> not_before;
};

/// A local moment: a day and the milliseconds after its midnight.
struct Moment {
  Date date;
  int ms = 0;
  auto operator<=>(const Moment&) const = default;
};

struct Rung {
  bool from_issue = false;
  int offset = 0;
  bool working_days = false;
  int minute = 480;
  bool only_unacknowledged = false;
};

struct Entry {
  enum class Kind { suspended, resumed, extended, rescheduled } kind = Kind::extended;
  Date date;
};

struct Duty {
  int occurrence = 0;  ///< which of the rule's dates; modulo their number
  Moment issued;
  std::vector<Entry> ledger;
  Moment ladder_from;
  bool restarted = false;
  std::uint64_t steps_done = 0;
  std::optional<Moment> not_before;
  std::optional<Moment> snoozed_until;
  bool acknowledged = false;
};

struct Window {
  int from = 0;  ///< minutes; both ends included
  int to = 0;
};

struct Case {
  Rule rule;
  std::vector<Rung> ladder;
  std::vector<Window> hours;
  Duty duty;
  std::optional<YearTable> changed_year;
};

std::string text(const Moment& moment);
/// Every field, for a failure's report.
std::string text(const Case& one);

}  // namespace slow
