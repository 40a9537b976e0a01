// `dondoc admin token …` and `dondoc admin webhook …` on the command line.
#pragma once

#include <CLI/App.hpp>

#include "app/added_command.h"

namespace dondoc {

void add_access_commands(CLI::App& admin, Run& run);

}  // namespace dondoc
