// Who works where, and as what. Officers are a lead's to choose, for any unit she leads; who leads
// a unit is decided above it.
#include "engine/command/authority.h"
#include "engine/command/deciders.h"
#include "engine/command/refusals.h"

namespace dondoc::deciders {
namespace {

bool leads_above(const Draft& draft, const Unit& unit) {
  if (draft.authority() == k_administrator) return true;
  return !unit.parent.empty() && leads(draft.world(), draft.authority(), unit.parent, draft.now());
}

/// Nobody decides who leads a unit from within it.
Verdict lead_fault(const Draft& draft, const Person& person, const Unit& unit,
                   const AssignRoles& c) {
  const Unit* before = draft.world().office.directory.unit(person.unit);
  const bool moves = person.unit != c.unit;
  const bool loses = person.lead && (moves || !c.lead);
  const bool gains = c.lead && (moves || !person.lead);
  if (loses && before != nullptr && !leads_above(draft, *before))
    return invalid("U-27", {{"dv", before->name}});
  if (gains && !leads_above(draft, unit)) return invalid("U-27", {{"dv", unit.name}});
  return std::nullopt;
}

/// What is open in a unit needs somebody to be reminded.
Verdict gap_fault(const Draft& draft, const Person& person, const AssignRoles& c) {
  const bool stays = c.officer && person.unit == c.unit;
  if (!person.officer || stays) return std::nullopt;
  const bool is_last = draft.world().office.directory.officers_of(person.unit).size() <= 1;
  if (is_last && !draft.world().cases.open_codes_of_unit(person.unit).empty())
    return invalid("U-21");
  return std::nullopt;
}

}  // namespace

Verdict on(Draft& draft, const AssignRoles& c) {
  const Directory& directory = draft.world().office.directory;
  const Person* person = directory.person(c.person);
  if (person == nullptr || !person->active) return unknown_person(c.person);
  const Unit* unit = directory.unit(c.unit);
  if (unit == nullptr) return unknown_unit(c.unit);
  if (unit->is_gone()) return invalid("U-13", {{"dv", unit->name}});
  if (!leads(draft.world(), draft.authority(), person->unit, draft.now()) ||
      !leads(draft.world(), draft.authority(), c.unit, draft.now()))
    return only_for_leads_of_person(person->name);
  if (person->unit == c.unit && person->officer == c.officer && person->lead == c.lead)
    return already("U-28", {{"nguoi", person->name}});
  if (auto fault = lead_fault(draft, *person, *unit, c)) return fault;
  if (auto fault = gap_fault(draft, *person, c)) return fault;
  draft.add(c.person, RolesAssigned{c.unit, c.officer, c.lead});
  return std::nullopt;
}

}  // namespace dondoc::deciders
