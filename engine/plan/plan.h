// A plan (kế hoạch) as data: what a file under workflows/plans says
// (workflows/schema/plan.schema.json). Values only.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/plan/due_rule.h"

namespace dondoc {

enum class Kind {
  report_periodic,
  report_once,
  report_adhoc,
  consolidate,
  plan_issue,
  task_once,
  task_ongoing,
  task_count,
  event,
  training,
  club_meeting,
  inspection,
  settlement,
  fund_pickup,
  scoring,
  review,
  steering_check,
  triggered,
};

/// `ordered` = giao, may become overdue; `requested` = đề nghị, never does (design §5).
enum class Binding { ordered, requested };

std::string_view name_of(Kind kind);
std::optional<Kind> kind_named(std::string_view name);
std::string_view name_of(Binding binding);

enum class FieldType { count, money, percent, score, text, file, yes_no };
enum class Aggregate { sum, latest, mean, ratio, share_yes, list, none };

/// One indicator of a form.
struct Field {
  std::string id;
  std::string label;
  std::string ask;  ///< the question as the officer reads it; empty: made from the label
  FieldType type = FieldType::count;
  Aggregate aggregate = Aggregate::sum;
  std::string of;        ///< ratio: the field that is the denominator
  bool persons = false;  ///< counts people: values below 3 are shown to leads only (domain.md §2.7)
  std::string target;    ///< id of a target of the plan, or empty
  bool optional = false;
  std::string example;
};

struct Form {
  std::string id;
  std::string name;
  bool assumed = false;  ///< proposed by us, the plan gives no outline
  std::vector<Field> fields;
};

struct Recipient {
  std::string unit;
  std::string through;  ///< unit it passes through, or empty
  std::string office;   ///< desk or person, or empty
};

struct Quantity {
  std::optional<int> value;  ///< nothing when the plan says "các buổi" without a count
  std::string unit;
};

struct Obligation {
  std::string id;    ///< "B20"
  std::string line;  ///< source line(s)
  Kind kind = Kind::task_once;
  Binding binding = Binding::ordered;
  std::string what;
  std::vector<std::string> who;  ///< units or groups; empty: the plan names nobody
  std::vector<std::string> with;
  std::vector<Recipient> to;
  std::optional<Quantity> quantity;
  DueRule due;
  std::string form;    ///< id, or empty
  std::string ladder;  ///< id, or empty: by kind
  bool sensitive = false;
  std::string note;
};

struct DefaultDue {
  std::string obligation;
  DueRule due;
};

struct Question {
  std::string id;                  ///< "B-Q1"
  std::vector<std::string> about;  ///< obligation ids, "plan", "units"
  std::string question;
  bool conflict = false;
  std::string proposal;          ///< text of the proposed default; empty: none
  std::vector<DefaultDue> dues;  ///< what takes effect when the default is confirmed
};

/// A unit as the plan names it; becomes a unit of the directory when the plan is issued.
struct PlanUnit {
  std::string id;
  std::string name;
  std::string short_name;
  std::string kind;
  std::string parent;  ///< empty: top
  bool placeholder = false;
  bool unlisted = false;
  bool external = false;
};

struct Group {
  std::string id;
  std::string name;
  std::vector<std::string> units;
  std::optional<int> stated_count;
};

struct Target {
  std::string id;
  std::string what;
  double value = 0;
  std::string unit;
  bool computed = false;
};

struct Plan {
  std::string id;
  std::string number;  ///< empty where the document prints none
  std::optional<LocalDate> date;
  std::optional<LocalDate> not_before;  ///< latest date of the legal basis
  std::string layout = "state";
  std::string issuer;  ///< unit id
  std::string subject;
  std::string document_type;
  LocalDate from;
  LocalDate to;
  std::vector<PlanUnit> units;
  std::vector<Group> groups;
  std::vector<Form> forms;
  std::vector<Target> targets;
  std::vector<Obligation> obligations;
  std::vector<Question> questions;
  std::vector<std::vector<std::string>> submit_together;

  /// Nothing is due before this: the plan's date, else that of its basis.
  std::optional<LocalDate> floor() const { return date ? date : not_before; }
  /// "Kế hoạch 148/KH-BTV ngày 25/5/2023", or by subject where number and date are absent.
  std::string title() const;
  const Obligation* obligation(std::string_view id) const;
  const Form* form(std::string_view id) const;
  const PlanUnit* unit(std::string_view id) const;
  const Question* question(std::string_view id) const;
};

/// Units of an obligation in order, groups opened, each once. Unknown names are left out (the
/// checker reports them).
std::vector<std::string> units_of(const Plan& plan, const Obligation& obligation);

/// One assignment a plan causes: obligation × unit × period, with the code people type (design §3).
struct PlannedAssignment {
  std::string code;
  const Obligation* obligation = nullptr;
  std::string unit;
  std::optional<Occurrence> occurrence;  ///< none: ongoing, triggered or not confirmed
  bool confirmed = true;                 ///< false: waits for the answer to a question
};

/// Answers that stand in for unconfirmed rules: obligation id → confirmed rule. Of several for one
/// obligation the last counts.
using ConfirmedDues = std::vector<DefaultDue>;

/// Every default that has a due rule, in order; `--confirm-defaults`.
ConfirmedDues all_defaults(const Plan& plan);

/// Every assignment in the order of the plan: obligations, then units, then dates. Codes are unique
/// within a plan: "B20-07", with a suffix when the obligation has several periods: "C23-07-Q2".
/// Past and unassigned duties cause none.
std::vector<PlannedAssignment> assignments_of(const Plan& plan, const ConfirmedDues& confirmed);

}  // namespace dondoc
