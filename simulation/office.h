// The office of one run: one of the real plans with its units and invented people, and a made-up
// plan over as many made-up units as are asked for, its due rules drawn by chance. Pure.
#pragma once

#include <string>
#include <vector>

#include "engine/command/command.h"
#include "engine/time/time.h"
#include "simulation/generator.h"

namespace dondoc::simulation {

/// One of the real plans, as its file says.
struct RealPlan {
  Plan plan;
  std::string document;
};

struct SimulatedOffice {
  LocalDate first_day;
  std::vector<Command> commands;      ///< units and persons, then the plans
  std::vector<Person> people;         ///< as registered
  std::vector<std::string> communes;  ///< made-up units that carry duties, for mergers
};

/// `units`: made-up communes; the real plan's units come in addition.
SimulatedOffice make_office(const RealPlan& real, int units, int days, Generator generator);

}  // namespace dondoc::simulation
