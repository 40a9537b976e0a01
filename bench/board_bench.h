// `dondoc bench board`.
#pragma once

#include "bench/figures.h"

namespace dondoc::bench {

/// The board of the whole country, 3,321 communes and twelve duties, as a lead's browser gets it:
/// server time of the page, at rest and while others report.
Result<Figures> measure_board();

}  // namespace dondoc::bench
