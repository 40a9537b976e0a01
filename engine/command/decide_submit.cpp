#include <algorithm>
#include <cmath>

#include "engine/command/authority.h"
#include "engine/command/deciders.h"
#include "engine/command/refusals.h"
#include "engine/limits.h"
#include "engine/state/evolve.h"

namespace dondoc::deciders {
namespace {

const Form* form_of(const Draft& draft, const Assignment& a) {
  const Plan& plan = draft.plan_of(a);
  const Obligation* obligation = plan.obligation(a.obligation);
  return obligation == nullptr || obligation->form.empty() ? nullptr : plan.form(obligation->form);
}

const Field* field_of(const Form* form, std::string_view id) {
  if (form == nullptr) return nullptr;
  auto found = std::find_if(form->fields.begin(), form->fields.end(),
                            [&](const Field& f) { return f.id == id; });
  return found == form->fields.end() ? nullptr : &*found;
}

double number_of(const FigureValue& value) {
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
  if (const auto* decimal = std::get_if<double>(&value)) return *decimal;
  return std::nan("");
}

Verdict value_fault(const Field& field, const FigureValue& value) {
  const bool is_text = std::holds_alternative<std::string>(value);
  const bool wants_text = field.type == FieldType::text || field.type == FieldType::file;
  if (is_text != wants_text) return invalid(wants_text ? "R-70" : "R-71", {{"muc", field.label}});
  if (is_text) {
    if (std::get<std::string>(value).size() <= limits::text_bytes) return std::nullopt;
    return invalid("R-72", {{"muc", field.label}});
  }
  double number = number_of(value);
  if (!std::isfinite(number) || number < 0) return invalid("R-73", {{"muc", field.label}});
  if (field.type == FieldType::percent && number > 100)
    return invalid("R-74", {{"muc", field.label}});
  const bool wants_whole = field.type == FieldType::count || field.type == FieldType::money;
  if (wants_whole && !std::holds_alternative<std::int64_t>(value))
    return invalid("R-75", {{"muc", field.label}});
  return std::nullopt;
}

/// Every figure belongs to a form of one of the assignments and has a sensible value.
Verdict figures_fault(const Draft& draft, const Submit& c) {
  if (c.figures.size() > limits::figures_per_report) return too_long("P-25");
  for (const Figure& figure : c.figures) {
    const Field* field = nullptr;
    for (const std::string& code : c.codes) {
      if (field == nullptr) field = field_of(form_of(draft, *draft.find(code)), figure.field);
    }
    if (field == nullptr) return invalid("R-76", {{"muc", figure.field}});
    if (auto fault = value_fault(*field, figure.value)) return fault;
  }
  return std::nullopt;
}

std::vector<Figure> figures_for(const Form* form, const std::vector<Figure>& given) {
  std::vector<Figure> own;
  std::copy_if(given.begin(), given.end(), std::back_inserter(own),
               [&](const Figure& f) { return field_of(form, f.field) != nullptr; });
  return own;
}

bool is_complete(const Form* form, const std::vector<Figure>& figures) {
  if (form == nullptr) return true;
  return std::all_of(form->fields.begin(), form->fields.end(), [&](const Field& field) {
    if (field.optional) return true;
    return std::any_of(figures.begin(), figures.end(),
                       [&](const Figure& f) { return f.field == field.id; });
  });
}

Outcome outcome_of(const Submit& c, const Assignment& a, const Form* form,
                   const std::vector<Figure>& figures) {
  const bool stands = a.meaning == Meaning::reported || a.meaning == Meaning::done;
  if (stands && !a.submissions.empty()) return Outcome::corrected;
  if (c.outcome == Outcome::nil) return Outcome::nil;
  return is_complete(form, figures) && c.outcome != Outcome::partial ? Outcome::complete
                                                                     : Outcome::partial;
}

bool late_with_permission(const Draft& draft, const Assignment& a) {
  const Calendar& calendar = draft.world().office.calendar;
  auto original = original_due_of(a, calendar);
  auto due = due_of(a, calendar, draft.today());
  return original && due && draft.today() > original->later() && draft.today() <= due->later();
}

/// Files kept for the duty since its last report.
void add_new_files(const Assignment& a, std::vector<std::string>& names) {
  const Instant since = a.submissions.empty() ? Instant{} : a.submissions.back().at;
  for (const Attachment& file : a.attachments) {
    if (file.is_kept() && file.at > since)
      names.push_back(file.name.empty() ? "#" + std::to_string(file.number) : file.name);
  }
}

Submission submission_for(const Draft& draft, const Submit& c, const Assignment& a) {
  const Form* form = form_of(draft, a);
  Submission s;
  s.version = static_cast<int>(a.submissions.size()) + 1;
  s.at = draft.now();
  s.by = draft.by();
  s.figures = figures_for(form, c.figures);
  s.outcome = outcome_of(c, a, form, s.figures);
  s.text = c.text;
  s.files = c.files;
  add_new_files(a, s.files);
  std::copy_if(c.codes.begin(), c.codes.end(), std::back_inserter(s.together_with),
               [&](const std::string& code) { return code != a.code; });
  s.late_with_permission = late_with_permission(draft, a);
  return s;
}

/// When the last expected report of a period is in, the plan is "reported" for that period.
void close_period(Draft& draft, const std::vector<Assignment>& before) {
  std::map<std::string, std::pair<const Assignment*, std::int64_t>> newly;
  for (const Assignment& a : before) {
    const bool was_in = a.meaning == Meaning::reported || a.meaning == Meaning::done;
    if (was_in || !counts_as_report(draft.plan_of(a), a.obligation)) continue;
    auto& entry = newly[tally_key(a.plan, a.period)];
    entry.first = &a;
    ++entry.second;
  }
  for (const auto& [key, entry] : newly) {
    auto tally = draft.world().office.tallies.find(key);
    if (tally == draft.world().office.tallies.end()) continue;
    if (tally->second.handed_in + entry.second < tally->second.expected) continue;
    static_cast<void>(draft.add_plan_move(entry.first->plan, "report",
                                          PlanMoved{"report", entry.first->period},
                                          GuardFacts{.all_reported = true}));
  }
}

Verdict content_fault(const Draft& draft, const Submit& c) {
  if (auto fault = text_fault(c.text, "P-26", false)) return fault;
  if (c.files.size() > limits::figures_per_report) return too_long("P-27");
  if (c.outcome == Outcome::nil && !c.figures.empty()) return invalid("R-77");
  return figures_fault(draft, c);
}

}  // namespace

Verdict on(Draft& draft, const Submit& c) {
  if (c.codes.empty()) return missing("P-28");
  std::vector<Assignment> before;
  for (const std::string& code : c.codes) {
    auto found = owned(draft, code);
    if (auto* refused = std::get_if<Rejected>(&found)) return *refused;
    const Assignment& a = *std::get<const Assignment*>(found);
    if (!before.empty() && a.unit != before.front().unit) return invalid("R-78");
    if (std::any_of(before.begin(), before.end(),
                    [&](const Assignment& b) { return b.code == code; }))
      return invalid("R-79", {{"ma", code}});
    before.push_back(a);
  }
  if (auto fault = content_fault(draft, c)) return fault;
  const bool has_content =
      !c.figures.empty() || !c.text.empty() || !c.files.empty() || c.outcome == Outcome::nil;
  for (const Assignment& a : before) {
    const char* trigger = a.meaning == Meaning::done ? "correct" : "submit";
    if (!draft.add_move(a.code, trigger, Submitted{submission_for(draft, c, a)},
                        GuardFacts{.has_figures = has_content}))
      return not_from_here(a);
  }
  start_plan(draft, before.front());
  close_period(draft, before);
  return std::nullopt;
}

}  // namespace dondoc::deciders
