// Plan files (workflows/schema/plan.schema.json). Pure functions; safe from any thread.
#pragma once

#include <optional>
#include <string_view>

#include "engine/codec/faults.h"
#include "engine/codec/plan_file.h"

namespace dondoc {

/// What can be read of a plan file, for check_plan (engine/codec/check_plan.h). None when it is no
/// JSON object or lacks the lists everything refers to. Every fault of form is in `faults`.
std::optional<PlanFile> read_plan_file(std::string_view json, Faults& faults);

/// The plan of a file without faults of form; none when there was any. Whether its content holds
/// together is judged by check_plan.
std::optional<Plan> decode_plan(std::string_view json, Faults& faults);

}  // namespace dondoc
