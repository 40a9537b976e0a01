// The checks check_plan is made of. Used by check_plan*.cpp only. Pure functions.
#pragma once

#include "engine/codec/declared_names.h"
#include "engine/codec/plan_file.h"

namespace dondoc {

/// Everything a plan declares.
struct PlanNames {
  DeclaredNames units{"unit"};
  DeclaredNames assignees{"unit or group"};  ///< both together: no id names one of each
  DeclaredNames forms{"form"};
  DeclaredNames targets{"target"};
  DeclaredNames obligations{"obligation"};
  DeclaredNames questions{"question"};
};

/// Collects the names; those declared twice are faults.
PlanNames declare_names(const Plan& plan, Faults& faults);

void check_units(const Plan& plan, const PlanNames& names, Faults& faults);
void check_forms(const Plan& plan, const PlanNames& names, Faults& faults);
void check_budget(const Budget& budget, const PlanNames& names, Faults& faults);
void check_questions(const Plan& plan, const PlanNames& names, Faults& faults);
void check_obligations(const Plan& plan, const PlanNames& names, Faults& faults);

/// Dates of the plan itself, of its phases and of what it rests on.
void check_plan_days(const PlanFile& file, Faults& faults);
/// Dates of one rule of `obligation`, stated or proposed, at `pointer`.
void check_due(const Plan& plan, const Obligation& obligation, const DueRule& due,
               const std::string& pointer, Faults& faults);
/// More assignments than the engine keeps for one plan.
void check_size(const Plan& plan, Faults& faults);

}  // namespace dondoc
