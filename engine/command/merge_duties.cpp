#include "engine/command/merge_duties.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

#include "engine/check.h"
#include "engine/summary/report.h"

namespace dondoc {
namespace {

bool is_handed_in(const Assignment& a) { return a.meaning == Meaning::reported; }

void forget_reports(Source& source) {
  source.counts = false;
  source.submissions.clear();
  source.completed_at.reset();
}

/// What the unit did itself; the duty is as new for whoever owes it beside the first successor.
void forget_reports(Assignment& a) {
  for (Source& source : a.sources) forget_reports(source);
  a.submissions.clear();
  a.attachments.clear();
  a.attachments_offered = 0;
  a.percent.reset();
  a.done_count.reset();
  a.total_count.reset();
  a.completed_at.reset();
}

/// Files still on the platform stay with the old code; numbers begin anew.
void add_files(Assignment& whole, const Assignment& part) {
  for (const Attachment& file : part.attachments) {
    if (!file.is_kept()) continue;
    whole.attachments.push_back(file);
    whole.attachments.back().number = static_cast<int>(whole.attachments.size());
  }
  whole.attachments_offered = static_cast<int>(whole.attachments.size());
}

void add_sources(Assignment& whole, const ArrivingDuty& part) {
  const Assignment& a = part.assignment;
  Source own{a.code, a.unit, !counts_by_sources(a) && is_handed_in(a), a.submissions,
             a.completed_at};
  for (const Source& source : a.sources) whole.sources.push_back(source);
  whole.sources.push_back(std::move(own));
  if (part.with_reports) return;
  for (auto s = whole.sources.end() - static_cast<std::ptrdiff_t>(a.sources.size()) - 1;
       s != whole.sources.end(); ++s)
    forget_reports(*s);
}

Assignment moved(std::string code, std::string unit, const ArrivingDuty& part) {
  Assignment duty = part.assignment;
  duty.sources.push_back({part.assignment.code, part.assignment.unit});
  if (!part.with_reports) forget_reports(duty);
  duty.code = std::move(code);
  duty.unit = std::move(unit);
  duty.next.reset();
  duty.attachments.clear();
  if (part.with_reports) add_files(duty, part.assignment);
  duty.attachments_offered = static_cast<int>(duty.attachments.size());
  return duty;
}

// --- figures ---

double number_of(const FigureValue& value) {
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
  const auto* decimal = std::get_if<double>(&value);
  return decimal == nullptr ? 0 : *decimal;
}

FigureValue sum_of(const std::vector<const Figure*>& given) {
  std::int64_t whole = 0;
  double decimal = 0;
  bool is_whole = true;
  for (const Figure* figure : given) {
    if (const auto* one = std::get_if<std::int64_t>(&figure->value)) whole += *one;
    is_whole = is_whole && std::holds_alternative<std::int64_t>(figure->value);
    decimal += number_of(figure->value);
  }
  return is_whole ? FigureValue(whole) : FigureValue(decimal);
}

FigureValue joined_texts(const std::vector<const Figure*>& given) {
  std::string text;
  for (const Figure* figure : given) {
    const auto* one = std::get_if<std::string>(&figure->value);
    if (one != nullptr && !one->empty()) text += (text.empty() ? "" : "; ") + *one;
  }
  return text;
}

/// `given`: oldest report first, at least one.
FigureValue combined(const Field& field, const std::vector<const Figure*>& given) {
  if (std::holds_alternative<std::string>(given.front()->value)) return joined_texts(given);
  switch (field.aggregate) {
    case Aggregate::sum:
    case Aggregate::ratio:  // of the sums of both
      return sum_of(given);
    case Aggregate::mean: {
      const double mean = number_of(sum_of(given)) / static_cast<double>(given.size());
      return given.size() == 1 ? given.front()->value : FigureValue(mean);
    }
    case Aggregate::share_yes: {  // the whole unit only when every part
      const bool all = std::all_of(given.begin(), given.end(),
                                   [](const Figure* f) { return number_of(f->value) != 0; });
      return std::int64_t{all ? 1 : 0};
    }
    case Aggregate::latest:
    case Aggregate::list:
    case Aggregate::none:
      break;
  }
  return given.back()->value;
}

std::vector<Figure> combined_figures(const Form* form, const std::vector<Report>& reports) {
  std::vector<Figure> figures;
  if (form == nullptr) return figures;
  for (const Field& field : form->fields) {
    std::vector<const Figure*> given;
    bool estimate = false;
    for (const Report& report : reports) {
      const Figure* figure = figure_of(*report.submission, field.id);
      if (figure == nullptr) continue;
      given.push_back(figure);
      estimate = estimate || figure->estimate;
    }
    if (!given.empty()) figures.push_back({field.id, combined(field, given), estimate});
  }
  return figures;
}

/// The report of the whole, for whoever looks at it; sums go by the sources.
Submission combined_report(const MergeRules& rules, const Assignment& whole) {
  std::vector<Report> reports = reports_of({&whole});
  std::stable_sort(reports.begin(), reports.end(), [](const Report& x, const Report& y) {
    return x.submission->at < y.submission->at;
  });
  Submission report;
  bool all_nil = true;
  for (const Report& part : reports) {
    const Submission& s = *part.submission;
    const Outcome outcome = outcome_of(s, rules.form);
    all_nil = all_nil && outcome == Outcome::nil;
    if (outcome == Outcome::partial) report.outcome = Outcome::partial;
    report.at = std::max(report.at, s.at);
    report.late_with_permission = report.late_with_permission || s.late_with_permission;
    report.files.insert(report.files.end(), s.files.begin(), s.files.end());
    if (!s.text.empty())
      report.text += fmt::format("{}[{}] {}", report.text.empty() ? "" : "; ", part.code(), s.text);
  }
  if (all_nil) report.outcome = Outcome::nil;
  report.figures = combined_figures(rules.form, reports);
  return report;
}

// --- time and state ---

LocalDate due_day(const MergeRules& rules, const Assignment& a) {
  const auto due = due_of(a, rules.calendar, rules.today);
  return due ? due->effective : LocalDate{};
}

/// What the whole is like: an open part before one that was handed in, a later due date before an
/// earlier one.
const Assignment& model_of(const MergeRules& rules, const std::vector<ArrivingDuty>& parts) {
  const Assignment* model = &parts.front().assignment;
  for (const ArrivingDuty& part : parts) {
    const Assignment& a = part.assignment;
    if (is_handed_in(a) != is_handed_in(*model)) {
      if (is_handed_in(*model)) model = &a;
    } else if (due_day(rules, *model) < due_day(rules, a)) {
      model = &a;
    }
  }
  return *model;
}

template <class T>
void keep_first(std::optional<T>& kept, const std::optional<T>& other) {
  if (!kept) kept = other;
}

template <class T>
void keep_latest(std::optional<T>& kept, const std::optional<T>& other) {
  if (other && (!kept || *kept < *other)) kept = other;
}

void add_count(std::optional<std::int64_t>& sum, const std::optional<std::int64_t>& part) {
  if (part) sum = sum.value_or(0) + *part;
}

void add_conditions(Assignment& whole, const Assignment& part) {
  if (is_handed_in(part)) return;  // what was open about it is settled
  keep_first(whole.block, part.block);
  keep_first(whole.extension_request, part.extension_request);
  keep_first(whole.dispute, part.dispute);
  whole.escalated = whole.escalated || part.escalated;
}

void add_words(Assignment& whole, const Assignment& part) {
  keep_latest(whole.last_answer_at, part.last_answer_at);
  keep_latest(whole.completed_at, part.completed_at);
  add_count(whole.done_count, part.done_count);
  add_count(whole.total_count, part.total_count);
  if (!part.remark.empty())
    whole.remark +=
        fmt::format("{}[{}] {}", whole.remark.empty() ? "" : "; ", part.code, part.remark);
}

Assignment merged(const MergeRules& rules, std::string code, std::string unit,
                  const std::vector<ArrivingDuty>& parts) {
  Assignment whole = model_of(rules, parts);
  whole.code = std::move(code);
  whole.unit = std::move(unit);
  whole.next.reset();
  whole.handler.clear();
  whole.sources.clear();
  whole.submissions.clear();
  whole.attachments.clear();
  whole.completed_at.reset();
  whole.percent.reset();  // no share of several that anybody gave
  whole.done_count.reset();
  whole.total_count.reset();
  whole.remark.clear();
  for (const ArrivingDuty& part : parts) {
    add_sources(whole, part);
    add_conditions(whole, part.assignment);
    if (!part.with_reports) continue;
    add_files(whole, part.assignment);
    add_words(whole, part.assignment);
  }
  if (is_handed_in(whole)) {
    whole.submissions = {combined_report(rules, whole)};
  } else {
    whole.completed_at.reset();
  }
  return whole;
}

}  // namespace

Assignment closed_by_sources(const MergeRules& rules, const Assignment& duty, std::string state) {
  CHECK(counts_by_sources(duty));
  Assignment closed = duty;
  closed.state = std::move(state);
  closed.meaning = Meaning::reported;
  closed.next.reset();
  closed.block.reset();
  closed.extension_request.reset();
  closed.dispute.reset();
  closed.snoozed_until.reset();
  closed.submissions = {combined_report(rules, duty)};
  closed.submissions.back().outcome = Outcome::partial;
  for (const Source& source : duty.sources) keep_latest(closed.completed_at, source.completed_at);
  if (!closed.completed_at) closed.completed_at = closed.submissions.back().at;
  return closed;
}

Assignment taken_over(const MergeRules& rules, std::string code, std::string unit,
                      const std::vector<ArrivingDuty>& parts) {
  CHECK(!parts.empty());
  if (parts.size() == 1) return moved(std::move(code), std::move(unit), parts.front());
  return merged(rules, std::move(code), std::move(unit), parts);
}

}  // namespace dondoc
