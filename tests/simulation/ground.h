// What the tests of the simulation run on: the data files of this source tree.
#pragma once

#include "simulation/simulation.h"

/// One run. Throws what the environment refuses.
dondoc::simulation::RunReport run(const dondoc::simulation::RunOptions& options);
