// Adding the units' reports up (design §9): totals by each indicator's rule, who is missing, where
// each figure comes from. Pure functions; works on any moment's state.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/plan/plan.h"
#include "engine/state/assignment.h"
#include "engine/time/calendar.h"

namespace dondoc {

/// One figure as a unit gave it.
struct Provenance {
  std::string code;
  std::string unit;
  int version = 1;
  Instant at;
  std::string by;
  FigureValue value;
  bool estimate = false;
  std::string via;  ///< key of the message it came through, or empty
};

struct Total {
  Field field;
  std::optional<double> value;     ///< none: nobody gave it, or it is text
  std::vector<std::string> texts;  ///< for list fields, each with its unit in `given`
  std::vector<Provenance> given;
  std::size_t expected = 0;  ///< units that were asked
  std::optional<double> target;
};

/// One expected assignment and what was handed in for it.
struct UnitReport {
  std::string code;
  std::string unit;
  std::optional<Outcome> outcome;  ///< complete, partial or nil; none: missing
  bool corrected = false;          ///< changed after the first version
  bool late = false;
  int version = 0;
  Instant at;  ///< of the version that counts, as the three below
  std::string by;
  std::string via;  ///< key of the message it came through, or empty
};

struct ObligationSummary {
  std::string obligation;
  std::string period;
  std::size_t expected = 0;  ///< assignments that count (not void, not waiting)
  std::size_t complete = 0;
  std::size_t partial = 0;
  std::size_t nil = 0;
  std::size_t corrected = 0;  ///< among them, changed after the first version
  std::size_t late = 0;       ///< handed in after the effective due date
  std::size_t late_with_permission =
      0;  ///< among the late against the original date, within a granted extension
  std::vector<std::string> missing;  ///< units that have not handed in
  std::vector<std::string> late_units;
  std::vector<Total> totals;
  std::vector<std::pair<std::string, std::string>>
      difficulties;                 ///< unit, reason: blocks and text answers about them
  std::vector<UnitReport> reports;  ///< one an expected assignment, in their order
};

struct PlanSummary {
  std::string plan;
  std::string period;
  std::vector<ObligationSummary>
      obligations;  ///< those with a form or of a report kind, in the plan's order
};

/// The report that counts: the last version; none when nothing was handed in or it was returned.
const Submission* current_submission(const Assignment& assignment);

/// `assignments`: all of the plan; `period` empty: every period together (one entry per obligation
/// and period).
PlanSummary summarize(const Plan& plan, std::string_view period,
                      const std::vector<const Assignment*>& assignments, const Calendar& calendar,
                      const Zone& zone);

/// The totals as JSON, to be kept with an approved summary.
std::string figures_json(const PlanSummary& summary);

}  // namespace dondoc
