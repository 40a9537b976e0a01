// What a change of units does, in lines an administrator can check before it is done. Pure
// function.
#pragma once

#include <string>

#include "reports/change_effects.h"

namespace dondoc {

/// Ends with a line of numbers.
std::string unit_change_preview(const ChangeEffects& effects);

}  // namespace dondoc
