// apply_answers: what a person answers to the questions of a draft, as a small file
// (workflows/schema/answers.schema.json, docs/reading.md), put into the draft. Questions that
// nobody answered stay. Pure; safe from any thread.
#pragma once

#include <optional>
#include <string_view>

#include "engine/codec/faults.h"
#include "intake/draft_edits.h"

namespace dondoc {

/// The draft with every answer in it, or none: then `faults` says what is wrong with the answers,
/// each with its pointer (an unknown question, one answered twice, an unknown duty, a date that is
/// none, an answer that the question does not ask for), or with the plan that they make
/// (check_plan). Requires: the draft is what draft_plan or draft_json gave.
std::optional<DraftJson> apply_answers(DraftJson draft, std::string_view answers, Faults& faults);

}  // namespace dondoc
