// One report as the summary sees it: which version counts, what it amounts to, and which reports
// are added up. Pure functions; safe from any thread.
#pragma once

#include <string_view>
#include <vector>

#include "engine/summary/totals.h"

namespace dondoc {

/// A report that counts and the assignment it was given for. Points into the caller's assignments.
struct Report {
  const Assignment* assignment = nullptr;
  const Submission* submission = nullptr;
  const Source* source = nullptr;  ///< the duty it was given for before units changed, or null

  const std::string& code() const { return source != nullptr ? source->code : assignment->code; }
  const std::string& unit() const { return source != nullptr ? source->unit : assignment->unit; }
};

/// Whether reports of its sources are added up for the duty in place of one of its own.
bool counts_by_sources(const Assignment& assignment);

/// Null when the field was not answered.
const Figure* figure_of(const Submission& submission, std::string_view field);

/// Complete, partial or nil; a correction is judged by what it holds. `form` may be null: nothing
/// is asked for.
Outcome outcome_of(const Submission& submission, const Form* form);

/// The version by which the report was handed in: corrections after it change no date.
/// Requires: something was handed in (CHECKed).
const Submission& handed_in_with(const Assignment& assignment);

/// The current report of each assignment that has one, in their order; of one made of several by a
/// change of units (Assignment::sources) those of its sources, until it has a report of its own. One
/// report may satisfy several assignments of its unit; it is listed once, in its newest version.
std::vector<Report> reports_of(const std::vector<const Assignment*>& assignments);

}  // namespace dondoc
