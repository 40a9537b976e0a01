// Rows of the store, read by the names of their fields. Pure.
#pragma once

#include <vector>

#include "simulation/check/mirror.h"

namespace dondoc::simulation {

/// `body`: that of the row.
OwnDuty read_duty(const CaseRow& row, Json body);
/// `body`: that of the row; none when it is no JSON.
OwnMessage read_message(const OutboxRow& row, std::optional<Json> body);
std::vector<OwnRung> read_rungs(Json ladder);

}  // namespace dondoc::simulation
