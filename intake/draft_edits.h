// Corrections that a person makes to a draft plan before it is issued. Each keeps the draft whole:
// what refers to something that goes is put right with it, units that nothing needs any more go
// too. Whether the plan may be issued is judged by check_plan (engine/codec/check_plan.h). Pure;
// safe from any thread.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/plan/plan.h"
#include "engine/result.h"

namespace dondoc {

/// A plan file as JSON (workflows/schema/plan.schema.json).
using DraftJson = nlohmann::ordered_json;

/// Errors: permanent when the text is no plan file, with the first fault of form.
Result<DraftJson> draft_json(std::string_view plan_file);
std::string draft_text(const DraftJson& draft);

struct HeadCorrection {
  std::string number;  ///< empty: none
  std::optional<LocalDate> date;
  std::string document_type;
  std::string subject;
  LocalDate from, to;  ///< what recurred from the first to the last day still does
};
void correct_head(DraftJson& draft, const HeadCorrection& head);

struct DutyCorrection {
  std::string what;
  Kind kind = Kind::task_once;
  Binding binding = Binding::ordered;
  std::vector<std::string> who;  ///< units and groups of the draft
  std::vector<std::string> to;   ///< units of the draft; their desks stay
  std::optional<DueRule> due;    ///< none: as it is
};
/// Questions that it answers go. False when there is no such duty.
bool correct_duty(DraftJson& draft, std::string_view id, const DutyCorrection& duty);
/// What the reading missed. Its id. Requires: `line` is at least 1.
std::string add_duty(DraftJson& draft, const DutyCorrection& duty, std::size_t line);
bool drop_duty(DraftJson& draft, std::string_view id);

/// False when there is none, or a duty waits for its answer.
bool drop_question(DraftJson& draft, std::string_view id);
/// "T2". Fields that were measured against it no longer are.
bool drop_target(DraftJson& draft, std::string_view id);
/// By its place in the list.
bool drop_budget_item(DraftJson& draft, std::size_t place);

/// Adds it when the draft has none of that id.
void know_unit(DraftJson& draft, const PlanUnit& unit);
/// A unit or group of the draft is one or several other units: of several a group, where duties are
/// given, or each of them, where something is received. False when there is no such unit or group.
/// Requires: `units` is not empty.
bool replace_unit(DraftJson& draft, std::string_view id, const std::vector<PlanUnit>& units);

/// Every code begins with `prefix` ("B": B1, B-Q2), the plan's id too.
void relabel(DraftJson& draft, std::string_view prefix);

}  // namespace dondoc
