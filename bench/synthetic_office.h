// A made-up office for measurements: plans, `units` units that each have one officer, `duties`
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
  int duties = 0;      ///< of each unit and plan
  int first_duty = 1;  ///< of the plan; each plan of an office has duties of its own
};

/// The rules a measurement works with: the data files where the program runs, or the built-in ones.
/// Errors: permanent when they cannot be read or have faults.
Result<Definitions> definitions_of_this_place();

/// Codes are "X1-001" …: duty, then unit.
std::string code_of(int duty, int unit, const OfficeSize& size);
std::string unit_id(int unit);
std::string officer_of(int unit);

/// Unit and person registrations: the commands that make an office without a plan.
std::vector<Command> make_units(const OfficeSize& size);
/// One plan for all units. Its id is "X-BENCH", of a later one "X-BENCH-" and its first duty.
Command make_plan(const OfficeSize& size, LocalDate issued, LocalDate due);
/// Both, the plan last.
std::vector<Command> make_office(const OfficeSize& size, LocalDate issued, LocalDate due);

}  // namespace dondoc::bench
