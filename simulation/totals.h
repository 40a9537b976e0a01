// What several runs came to, as text and as JSON for `dondoc simulate`. Pure.
#pragma once

#include <string>
#include <vector>

#include "simulation/simulation.h"

namespace dondoc::simulation {

/// Violations first to last, each with its seed, below the figures.
std::string as_text(const std::vector<RunReport>& runs);
std::string as_json(const std::vector<RunReport>& runs);

/// Of the runs' hashes, in their order.
std::string total_hash(const std::vector<RunReport>& runs);

}  // namespace dondoc::simulation
