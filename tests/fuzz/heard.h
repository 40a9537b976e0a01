// What holds for everything a channel hands on, whatever the platform sent.
#pragma once

#include <vector>

#include "engine/port/receiver.h"

namespace dondoc::fuzz {

/// The time the inputs are read at.
Instant reading_time();

void check_heard(const std::vector<Inbound>& updates);

}  // namespace dondoc::fuzz
