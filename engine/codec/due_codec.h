// Due rules in plan files (workflows/schema/plan.schema.json, definition "due"). Pure functions.
#pragma once

#include <optional>

#include "engine/codec/json_reader.h"
#include "engine/plan/due_rule.h"

namespace dondoc {

/// None when the rule lacks what it cannot do without; the faults say what. Parts of a `several`
/// that cannot be read keep their place as PastRule, which asks for nothing.
std::optional<DueRule> read_due(const JsonValue& value);

}  // namespace dondoc
