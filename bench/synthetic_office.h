// A made-up office for measurements: one plan, `units` units that each have one officer, `duties`
// dated duties for each unit.
#pragma once

#include <string>
#include <vector>

#include "engine/command/command.h"
#include "engine/command/decide.h"
#include "engine/result.h"
#include "engine/time/time.h"

namespace dondoc::bench {

struct OfficeSize {
  int units = 0;
  int duties = 0;
};

/// The rules a measurement works with: the data files where the program runs, or the built-in ones.
/// Errors: permanent when they cannot be read or have faults.
Result<Definitions> definitions_of_this_place();

/// Codes are "X1-001" …: duty, then unit.
std::string code_of(int duty, int unit, const OfficeSize& size);
std::string officer_of(int unit);

/// Unit and person registrations, then the plan: the commands that make the office, the plan last.
std::vector<Command> make_office(const OfficeSize& size, LocalDate issued, LocalDate due);

}  // namespace dondoc::bench
