// Can a lifecycle be walked? Pure functions; safe from any thread.
#pragma once

#include <string_view>
#include <vector>

#include "engine/codec/chart_codec.h"
#include "engine/codec/faults.h"

namespace dondoc {

/// States the engine itself puts something into; a file may add others but not leave these out.
const std::vector<std::string_view>& core_states(std::string_view chart);

/// Unknown names, states that cannot be reached or left, transitions that can both fire, missing
/// states and triggers. A final state may be left all the same: a summarized plan begins its next
/// period.
void check_chart(const ChartFile& file, Faults& faults);

}  // namespace dondoc
