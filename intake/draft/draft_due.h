// The due rule a draft states for a deadline, or the question that must be answered first, with the
// rule it proposes. Pure; safe from any thread.
#pragma once

#include <optional>
#include <string>

#include "engine/plan/due_rule.h"
#include "intake/plan_reading.h"

namespace dondoc::intake {

/// What a rule states where the document says nothing (workflows/schema/plan.schema.json).
constexpr const char* k_nothing_stated = "không ghi thời hạn";

/// The days a draft lasts, and before which nothing is due.
struct DraftDays {
  LocalDate from, to;
  LocalDate floor;
};
DraftDays draft_days(const PlanReading& reading);

struct DraftDue {
  DueRule rule;                     ///< UnconfirmedRule without a question's id when one is needed
  std::optional<DueRule> proposal;  ///< takes effect when the question is confirmed
  std::string question;             ///< empty: nothing is open
  std::string proposal_text;
};
DraftDue draft_due(const Deadline& deadline, const DraftDays& days);

}  // namespace dondoc::intake
