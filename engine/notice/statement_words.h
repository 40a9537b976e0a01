// The words for what a unit said, and for what its report does not say. Pure functions.
#pragma once

#include <string_view>

#include "engine/command/decide.h"
#include "engine/state/statement.h"

namespace dondoc {

/// Id of the phrase that names a statement: "đề nghị gia hạn". Empty for none.
std::string_view phrase_of(Statement what);

/// Whether obligatory figures of the form are missing, which the summary will need. A signed file
/// is no figure; a nil report lacks nothing.
bool lacks_figures(const World& world, const Assignment& assignment, const Submission& submission);

}  // namespace dondoc
