#include "app/list_trial.h"

#include <utility>
#include <variant>

#include "app/people_import.h"
#include "app/unit_change_file.h"

namespace dondoc {
namespace {

RowEffect effect_of(ImportEffect effect) {
  switch (effect) {
    case ImportEffect::added:
      return RowEffect::added;
    case ImportEffect::changed:
      return RowEffect::changed;
    case ImportEffect::unchanged:
      break;
  }
  return RowEffect::unchanged;
}

/// What is new or other, as one command; the rows as they are shown.
void add_row(ListTrial& trial, RegisterAll& all, const ImportRow& row) {
  ListRow shown{row.place, row.id, row.name, "", effect_of(row.effect)};
  const bool does = row.effect != ImportEffect::unchanged;
  if (const auto* unit = std::get_if<RegisterUnit>(&row.command)) {
    shown.unit = unit->unit.parent;
    if (does) all.units.push_back(unit->unit);
  } else {
    const Person& person = std::get<RegisterPerson>(row.command).person;
    shown.unit = person.unit;
    if (does) all.persons.push_back(person);
  }
  trial.rows.push_back(std::move(shown));
}

}  // namespace

ListTrial try_list(const World& world, Instant now, ListKind kind, const UploadedFile& file) {
  Faults faults(file.name);
  const ImportKind wanted = kind == ListKind::units ? ImportKind::units : ImportKind::persons;
  ListTrial trial;
  RegisterAll all;
  const auto rows = read_import(wanted, file.name, file.bytes, world.office.directory, faults);
  if (rows && rehearse(*rows, world.definitions, world.office, world.zone, now, faults)) {
    for (const ImportRow& row : *rows) add_row(trial, all, row);
  }
  trial.faults = faults.list();
  trial.fault_count = faults.count();
  if (trial.faults.empty() && (!all.units.empty() || !all.persons.empty()))
    trial.command = std::move(all);
  return trial;
}

ChangeTrial try_change(const Directory& directory, const UploadedFile& file) {
  Faults faults(file.name);
  const auto change = read_unit_change(file.name, file.bytes, faults);
  if (change) {
    check_units_known(*change, directory, faults);
    check_nothing_open(*change, faults);
  }
  ChangeTrial trial{std::nullopt, faults.list(), faults.count()};
  if (change && faults.none()) trial.change = change->file.reorganisation;
  return trial;
}

}  // namespace dondoc
