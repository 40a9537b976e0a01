// A lifecycle as the pages say it: its states in the order of the usual way, the moves that leave
// each, and where the plan or the duty is now. Their diagram is drawn of this text
// (web/charts/lifecycle.js). Pure; safe from any thread.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "engine/lifecycle/chart.h"

namespace dondoc {

/// For the template "lifecycle". `here`: id of the present state; one that the chart does not have
/// marks none.
nlohmann::json lifecycle_values(const Chart& chart, std::string_view here,
                                std::string_view language);

}  // namespace dondoc
