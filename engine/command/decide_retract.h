// A unit takes back what it said, before a lead has decided on it (domain.md §3: "sửa"). Used by
// the deciders only.
#pragma once

#include "engine/command/deciders.h"
#include "engine/state/statement.h"

namespace dondoc::deciders {

/// Refused when nothing of the kind stands, or when the lifecycle has no way back from here.
Verdict retract(Draft& draft, const std::string& code, Statement what);

}  // namespace dondoc::deciders
