// What a change of units does, in lines an administrator can check before it is done. Pure function.
#pragma once

#include <string>
#include <vector>

#include "engine/event/event.h"
#include "engine/state/directory.h"

namespace dondoc {

/// `before`: the directory as it was. Ends with a line of numbers.
std::string unit_change_preview(const Directory& before, const std::vector<Event>& events);

}  // namespace dondoc
