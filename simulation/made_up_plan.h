// A plan of every kind of duty over made-up communes, its dates drawn by chance. Pure.
#pragma once

#include <string>

#include "engine/time/time.h"
#include "simulation/generator.h"

namespace dondoc::simulation {

/// The file's text: units "sim-tinh", which issues it, and "sim-xa-1" … `units`.
std::string made_up_plan(int units, LocalDate issued, int days, Generator& generator);

}  // namespace dondoc::simulation
