#include "engine/summary/report.h"

#include <algorithm>
#include <map>

#include "engine/check.h"

namespace dondoc {
namespace {

bool has_every_figure(const Submission& submission, const Form* form) {
  if (form == nullptr) return true;
  return std::all_of(form->fields.begin(), form->fields.end(), [&](const Field& field) {
    return field.optional || figure_of(submission, field.id) != nullptr;
  });
}

bool names(const Submission& submission, const std::string& code) {
  const auto& codes = submission.together_with;
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

bool is_same_report(const Report& x, const Report& y) {
  return names(*x.submission, y.code()) || names(*y.submission, x.code());
}

/// Those that are added up for one assignment.
std::vector<Report> reports_of(const Assignment& a) {
  std::vector<Report> reports;
  for (const Source& source : a.sources) {
    if (source.counts && !source.submissions.empty())
      reports.push_back({&a, &source.submissions.back(), &source});
  }
  const Submission* own = current_submission(a);
  if (reports.empty() && own != nullptr) reports.push_back({&a, own});
  return reports;
}

}  // namespace

bool counts_by_sources(const Assignment& a) {
  return std::any_of(a.sources.begin(), a.sources.end(), [](const Source& source) {
    return source.counts && !source.submissions.empty();
  });
}

const Figure* figure_of(const Submission& submission, std::string_view field) {
  auto found = std::find_if(submission.figures.begin(), submission.figures.end(),
                            [&](const Figure& figure) { return figure.field == field; });
  return found == submission.figures.end() ? nullptr : &*found;
}

Outcome outcome_of(const Submission& submission, const Form* form) {
  if (submission.outcome != Outcome::corrected) return submission.outcome;
  if (submission.figures.empty() && submission.text.empty() && submission.files.empty())
    return Outcome::nil;
  return has_every_figure(submission, form) ? Outcome::complete : Outcome::partial;
}

const Submission& handed_in_with(const Assignment& a) {
  CHECK(!a.submissions.empty());
  auto found = std::find_if(a.submissions.rbegin(), a.submissions.rend(),
                            [](const Submission& s) { return s.outcome != Outcome::corrected; });
  return found == a.submissions.rend() ? a.submissions.front() : *found;
}

std::vector<Report> reports_of(const std::vector<const Assignment*>& assignments) {
  std::vector<Report> reports;
  std::map<std::string_view, std::vector<std::size_t>> places;  // by unit
  for (const Assignment* a : assignments) {
    for (const Report& report : reports_of(*a)) {
      auto& own = places[report.unit()];
      auto same = std::find_if(own.begin(), own.end(),
                               [&](std::size_t i) { return is_same_report(reports[i], report); });
      if (same == own.end()) {
        own.push_back(reports.size());
        reports.push_back(report);
      } else if (reports[*same].submission->at < report.submission->at) {
        reports[*same] = report;
      }
    }
  }
  return reports;
}

}  // namespace dondoc
