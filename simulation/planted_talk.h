// The conversation, with the planted bugs of the guard. Without one it is bots/talk itself.
#pragma once

#include <memory>

#include "engine/port/interpreter.h"
#include "simulation/plants.h"

namespace dondoc::simulation {

std::unique_ptr<Interpreter> make_planted_talk(Plant plant);

}  // namespace dondoc::simulation
