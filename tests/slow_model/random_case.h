// Random rules and duties for the slow model: the same for a seed on every machine.
#pragma once

#include <cstdint>

#include "tests/slow_model/rule.h"

namespace slow {

/// Rules whose dates lie within 2011..2035. Requires an almanac as it was made.
Case random_case(std::uint64_t seed, const Almanac& almanac);

}  // namespace slow
