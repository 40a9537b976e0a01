// Fields of due rules as stored: the same JSON as "due" in workflows/schema/plan.schema.json.
#pragma once

#include "engine/codec/archive.h"
#include "engine/plan/plan.h"

namespace dondoc {

inline constexpr Names<8> k_due_types = {"date",    "window",  "recurring", "several",
                                         "trigger", "ongoing", "past",      "unconfirmed"};

void describe(auto& a, Is<DateRule> auto& v) {
  a.always("date", v.printed);
  a.always("inclusive", v.inclusive);
  a.field("from", v.from);
  a.field("period", v.period);
  a.field("roll", v.roll, Roll::next_workday);
  a.field("cutoff", v.cutoff);
}

void describe(auto& a, Is<WindowRule> auto& v) {
  a.always("from", v.from);
  a.always("to", v.to);
  a.field("period", v.period);
}

void describe(auto& a, Is<RecurringRule> auto& v) {
  a.always("every", v.every);
  a.field("interval", v.interval, 1);
  a.expect(v.interval >= 1, "interval", "expected 1 or more");
  a.always("day", v.day);
  a.field("month", v.month);
  a.always("inclusive", v.inclusive);
  a.always("from", v.from);
  a.always("to", v.to);
  a.field("roll", v.roll, Roll::next_workday);
  a.field("cutoff_days_before", v.cutoff_before);
}

void describe(auto& a, Is<SeveralRule> auto& v) { a.always("rules", v.rules); }

void describe(auto& a, Is<TriggerRule> auto& v) {
  a.field("when", v.when);
  a.field("within_working_days", v.within);
}

void describe(auto& a, Is<OngoingRule> auto& v) {
  a.field("from", v.from);
  a.field("to", v.to);
}

void describe(auto&, Is<PastRule> auto&) {}

void describe(auto& a, Is<UnconfirmedRule> auto& v) { a.always("question", v.question); }

void describe(auto& a, Is<DueRule> auto& v) {
  a.alternative("type", v.rule, k_due_types);
  std::visit([&a](auto& rule) { describe(a, rule); }, v.rule);
  if (std::holds_alternative<OngoingRule>(v.rule)) {
    a.field("stated", v.stated);
  } else {
    a.always("stated", v.stated);
  }
}

void describe(auto& a, Is<DefaultDue> auto& v) {
  a.always("obligation", v.obligation);
  a.always("due", v.due);
}

}  // namespace dondoc
