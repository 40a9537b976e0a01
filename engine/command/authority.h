// Who may do what (design §8): decided by the sender's place in the directory and the assignment,
// never by the payload. Pure functions.
#pragma once

#include <string_view>

#include "engine/command/decide.h"

namespace dondoc {

/// An officer or lead of the unit, the person it was handed to, or the deputy of one of them who is
/// on leave that day.
bool may_answer_for(const World& world, std::string_view person, const Assignment& assignment,
                    Instant now);

/// A lead of the unit or of one above it, or the deputy of such a lead who is on leave that day.
bool leads(const World& world, std::string_view person, std::string_view unit, Instant now);

}  // namespace dondoc
