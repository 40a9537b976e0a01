#include "app/unit_change_preview.h"

#include <fmt/format.h>

namespace dondoc {
namespace {

std::string or_none(const std::string& id) { return id.empty() ? "none" : id; }

std::string what_happens(const UnitEffect& unit) {
  switch (unit.kind) {
    case UnitEffectKind::founded:
      return fmt::format("founded: {}, below {}", unit.name, or_none(unit.above));
    case UnitEffectKind::ended:
      return unit.successors.empty()
                 ? "abolished"
                 : fmt::format("ended, successors {}", fmt::join(unit.successors, ", "));
    case UnitEffectKind::renamed:
      return fmt::format("renamed: {} -> {}", unit.name_before, unit.name);
    case UnitEffectKind::placed:
      return fmt::format("below {}, before {}", or_none(unit.above), or_none(unit.above_before));
  }
  return {};
}

}  // namespace

std::string unit_change_preview(const ChangeEffects& effects) {
  std::string text;
  for (const UnitEffect& unit : effects.units)
    text += fmt::format("  unit {} {}\n", unit.id, what_happens(unit));
  for (const PersonEffect& one : effects.persons)
    text += fmt::format("  person {} -> {}\n", one.person, one.to);
  for (const DutyEffect& duty : effects.duties)
    text += fmt::format("  duty {} -> {} ({})\n", duty.code, fmt::join(duty.to_codes, ", "),
                        fmt::join(duty.to_units, ", "));
  for (const WaivedEffect& duty : effects.waived)
    text += fmt::format("  duty {} waived: {}\n", duty.code, duty.reason);
  for (const RecipientEffect& one : effects.recipients)
    text += fmt::format("  reports of {} to {} -> {}\n", one.plan, one.from, one.to);
  return text + fmt::format("{} units, {} persons, {} duties handed over, {} waived\n",
                            effects.units.size(), effects.persons.size(), effects.duties.size(),
                            effects.waived.size());
}

}  // namespace dondoc
