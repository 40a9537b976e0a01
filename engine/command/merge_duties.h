// One duty made of those that several units had before they became one (design §10). Pure.
#pragma once

#include <string>
#include <vector>

#include "engine/plan/plan.h"
#include "engine/state/assignment.h"
#include "engine/time/calendar.h"

namespace dondoc {

struct ArrivingDuty {
  Assignment assignment;  ///< as its unit left it
  /// False for the second and further successors of a split: they owe the same, but what was handed
  /// in went to the first, so that nothing is counted twice.
  bool with_reports = true;
};

/// How parts become one.
struct MergeRules {
  const Form* form = nullptr;  ///< none: no figures are asked for
  const Calendar& calendar;
  LocalDate today;
};

/// The duty as the successor has it from now on, next step not yet armed. Parts are of one plan,
/// obligation and period, at least one (CHECKed), none of them done or void.
/// - Of one part everything stays: state, ledger, ladder, reports, conditions.
/// - Of several, state, time and ladder are those of the part with the latest due date among the
///   open ones, so that nobody loses an extension; open conditions are the first of their kind.
///   What each has handed in stays its own source and is counted as such. When every part was
///   handed in, so is the whole, with the figures put together by each indicator's rule.
Assignment taken_over(const MergeRules& rules, std::string code, std::string unit,
                      const std::vector<ArrivingDuty>& parts);

/// A duty that nobody can finish any more, as far as its sources have come: handed in, in part, for
/// the lead to judge, so that no figure is lost. Requires: some source counts (CHECKed).
Assignment closed_by_sources(const MergeRules& rules, const Assignment& duty, std::string state);

}  // namespace dondoc
