// Units that a person names in an answer: one of the draft, or a new one. Pure; safe from any
// thread.
#pragma once

#include <string>
#include <string_view>

#include "engine/plan/plan.h"
#include "intake/draft_edits.h"

namespace dondoc::intake {

/// The id of the draft's unit or group with that id or name ("UBND" is "Ủy ban nhân dân"); empty:
/// the draft has none.
std::string known_unit(const DraftJson& draft, std::string_view name);

/// As known_unit, groups left aside; else a new one with a free id, of a kind by its name, below
/// `parent`.
PlanUnit named_unit(const DraftJson& draft, const std::string& name, const std::string& parent,
                    bool external);

}  // namespace dondoc::intake
