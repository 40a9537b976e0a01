#include "reports/change_effects.h"

namespace dondoc {
namespace {

UnitEffectKind kind_of(const UnitReorganised& change, const Unit* known) {
  if (known == nullptr) return UnitEffectKind::founded;
  if (change.unit.is_gone()) return UnitEffectKind::ended;
  return change.act == UnitAct::rename ? UnitEffectKind::renamed : UnitEffectKind::placed;
}

UnitEffect effect_of(const Directory& before, const UnitReorganised& change) {
  const Unit& unit = change.unit;
  const Unit* known = before.unit(unit.id);
  return {kind_of(change, known),
          unit.id,
          unit.name,
          known == nullptr ? "" : known->name,
          unit.parent,
          known == nullptr ? "" : known->parent,
          unit.successors};
}

PersonEffect effect_of(const Directory& before, const std::string& id, const PersonMoved& move) {
  const Person* person = before.person(id);
  return {id, person == nullptr ? "" : person->unit, move.unit};
}

}  // namespace

ChangeEffects effects_of(const Directory& before, const std::vector<Event>& events) {
  ChangeEffects effects;
  for (const Event& event : events) {
    if (const auto* x = std::get_if<UnitReorganised>(&event.body))
      effects.units.push_back(effect_of(before, *x));
    if (const auto* x = std::get_if<PersonMoved>(&event.body))
      effects.persons.push_back(effect_of(before, event.subject, *x));
    if (const auto* x = std::get_if<DutyPassedOn>(&event.body))
      effects.duties.push_back({event.subject, x->to_codes, x->to_units});
    if (const auto* x = std::get_if<Waived>(&event.body))
      effects.waived.push_back({event.subject, x->reason});
    if (const auto* x = std::get_if<RecipientReplaced>(&event.body))
      effects.recipients.push_back({event.subject, x->from, x->to});
  }
  return effects;
}

}  // namespace dondoc
