// The lists of a plan file: units, groups, forms, obligations, questions. Used by plan_codec.cpp.
// Each reads one element, which keeps its place whether or not all of it could be read.
#pragma once

#include "engine/codec/json_reader.h"
#include "engine/plan/plan.h"

namespace dondoc {

PlanUnit read_plan_unit(const JsonValue& value);
Group read_group(const JsonValue& value);
Form read_form(const JsonValue& value);
Obligation read_obligation(const JsonValue& value);
Question read_question(const JsonValue& value);

}  // namespace dondoc
