// Rows of the store, read by the names of their fields. Pure.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <vector>

#include "simulation/check/mirror.h"

namespace dondoc::simulation {

OwnDuty read_duty(const CaseRow& row);
OwnMessage read_message(const OutboxRow& row);
std::vector<OwnRung> read_rungs(const nlohmann::json& ladder);

}  // namespace dondoc::simulation
