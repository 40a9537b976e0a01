#include "engine/summary/totals.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "engine/summary/difficulties.h"
#include "engine/summary/indicator.h"
#include "engine/summary/report.h"

namespace dondoc {
namespace {

using Assignments = std::vector<const Assignment*>;

// --- what is expected ---

bool is_of_report_kind(Kind kind) {
  return kind == Kind::report_periodic || kind == Kind::report_once || kind == Kind::report_adhoc;
}

/// "thường xuyên", "khi có yêu cầu": until somebody raises it or hands it in, nobody owes a report.
bool is_standing(const Obligation& obligation, const Assignment& a) {
  const bool undated = std::holds_alternative<TriggerRule>(obligation.due.rule) ||
                       std::holds_alternative<OngoingRule>(obligation.due.rule);
  return undated && !a.nominal && current_submission(a) == nullptr && !counts_by_sources(a);
}

bool is_expected(const Obligation& obligation, const Assignment& a) {
  return a.meaning != Meaning::void_ && a.meaning != Meaning::waiting &&
         !is_standing(obligation, a);
}

/// As asked: what several units owed is theirs until the successor has reported for all.
std::size_t number_of_units(const Assignments& assignments) {
  std::set<std::string_view> units;
  for (const Assignment* a : assignments) {
    const bool by_source = counts_by_sources(*a);
    if (!by_source) units.insert(a->unit);
    for (const Source& source : a->sources) {
      if (by_source) units.insert(source.unit);
    }
  }
  return units.size();
}

// --- one obligation and period ---

/// A duty that was only requested is never late (design §5).
bool is_late(const Assignment& a, const Calendar& calendar, const Zone& zone) {
  if (a.binding != Binding::ordered) return false;
  LocalDate day = zone.date_of(a.completed_at.value_or(handed_in_with(a).at));
  auto due = due_of(a, calendar, day);
  return due && day > due->later();
}

UnitReport report_of(const Assignment& a, const Form* form) {
  UnitReport report{a.code, a.unit, std::nullopt, false, false, 0, {}, "", ""};
  const Submission* current = current_submission(a);
  if (current == nullptr) return report;
  report.outcome = outcome_of(*current, form);
  report.corrected = current->version > 1 || current->outcome == Outcome::corrected;
  report.version = current->version;
  report.at = current->at;
  report.by = current->by;
  report.via = current->via;
  return report;
}

void count_report(ObligationSummary& summary, const UnitReport& report) {
  switch (*report.outcome) {
    case Outcome::partial:
      ++summary.partial;
      break;
    case Outcome::nil:
      ++summary.nil;
      break;
    case Outcome::complete:
    case Outcome::corrected:
      ++summary.complete;
      break;
  }
  if (report.corrected) ++summary.corrected;
}

void count_standing(ObligationSummary& summary, const Assignments& assignments, const Form* form,
                    const Calendar& calendar, const Zone& zone) {
  summary.expected = assignments.size();
  for (const Assignment* a : assignments) {
    UnitReport& report = summary.reports.emplace_back(report_of(*a, form));
    if (!report.outcome) {
      summary.missing.push_back(a->unit);
      continue;
    }
    count_report(summary, report);
    if (handed_in_with(*a).late_with_permission) ++summary.late_with_permission;
    report.late = is_late(*a, calendar, zone);
    if (!report.late) continue;
    ++summary.late;
    summary.late_units.push_back(a->unit);
  }
}

void add_difficulty(ObligationSummary& summary, const std::string& unit,
                    const std::string& reason) {
  auto known =
      std::any_of(summary.difficulties.begin(), summary.difficulties.end(), [&](const auto& one) {
        return one.first == unit && difficulty_key(one.second) == difficulty_key(reason);
      });
  if (!known && !names_no_difficulty(reason)) summary.difficulties.emplace_back(unit, reason);
}

void collect_difficulties(ObligationSummary& summary, const Assignments& assignments) {
  for (const Assignment* a : assignments) {
    if (a->block) add_difficulty(summary, a->unit, a->block->reason);
  }
  for (const Total& total : summary.totals) {
    if (!asks_for_difficulties(total.field)) continue;
    for (const Provenance& one : total.given) {
      if (const auto* text = std::get_if<std::string>(&one.value))
        add_difficulty(summary, one.unit, *text);
    }
  }
}

ObligationSummary summary_of(const Plan& plan, const Obligation& obligation,
                             const Assignments& assignments, const Calendar& calendar,
                             const Zone& zone) {
  ObligationSummary summary;
  summary.obligation = obligation.id;
  summary.period = assignments.front()->period;
  const Form* form = obligation.form.empty() ? nullptr : plan.form(obligation.form);
  count_standing(summary, assignments, form, calendar, zone);
  if (form != nullptr) {
    const std::vector<Report> reports = reports_of(assignments);
    const std::size_t units = number_of_units(assignments);
    for (const Field& field : form->fields) {
      summary.totals.push_back(total_of(plan, *form, field, reports));
      summary.totals.back().expected = units;
    }
  }
  collect_difficulties(summary, assignments);
  return summary;
}

}  // namespace

const Submission* current_submission(const Assignment& a) {
  const bool stands = a.meaning == Meaning::reported || a.meaning == Meaning::done;
  return stands && !a.submissions.empty() ? &a.submissions.back() : nullptr;
}

PlanSummary summarize(const Plan& plan, std::string_view period,
                      const std::vector<const Assignment*>& assignments, const Calendar& calendar,
                      const Zone& zone) {
  PlanSummary result{plan.id, std::string(period), {}};
  // By obligation, then period.
  std::map<std::string_view, std::map<std::string_view, Assignments>> groups;
  for (const Assignment* a : assignments) {
    if (period.empty() || a->period == period) groups[a->obligation][a->period].push_back(a);
  }
  for (const Obligation& obligation : plan.obligations) {
    if (obligation.form.empty() && !is_of_report_kind(obligation.kind)) continue;
    for (auto& [own_period, group] : groups[obligation.id]) {
      std::erase_if(group, [&](const Assignment* a) { return !is_expected(obligation, *a); });
      if (!group.empty())
        result.obligations.push_back(summary_of(plan, obligation, group, calendar, zone));
    }
  }
  return result;
}

}  // namespace dondoc
