#include "web/intake_units.h"

#include <algorithm>
#include <utility>

#include "engine/text/slug.h"
#include "engine/text/vietnamese.h"
#include "intake/draft/unit_book.h"
#include "web/typed_text.h"

namespace dondoc {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

std::string comparable_name(const std::string& name) {
  std::string all;
  bool is_apart = false;
  for (const char c : fold(intake::unit_key(name))) {
    if (!is_letter(c)) {
      is_apart = !all.empty();
      continue;
    }
    if (is_apart) all += ' ';
    is_apart = false;
    all += c;
  }
  return all;
}

PlanUnit plan_unit(const Unit& unit) {
  PlanUnit found;
  found.id = unit.id;
  found.name = unit.name;
  found.short_name = unit.short_name;
  found.kind = unit.kind.empty() ? intake::unit_kind_of(unit.name) : unit.kind;
  found.parent = unit.parent;
  found.external = unit.external;
  return found;
}

UnitFinder::UnitFinder(const Directory& directory, const Plan& draft)
    : directory_(directory), draft_(draft) {
  const auto put = [](ByName& units, const std::string& name, const PlanUnit& unit) {
    auto& same = units[comparable_name(name)];
    const bool is_new = std::none_of(same.begin(), same.end(),
                                     [&](const PlanUnit& one) { return one.id == unit.id; });
    if (is_new) same.push_back(unit);
  };
  for (const auto& [id, unit] : directory.units()) {
    if (unit.is_gone()) continue;
    const PlanUnit found = plan_unit(unit);
    put(known_, unit.name, found);
    if (!unit.short_name.empty()) put(known_, unit.short_name, found);
    for (const UnitPast& past : unit.past) put(known_, past.name, found);
  }
  for (const PlanUnit& unit : draft.units) put(drafted_, unit.name, unit);
}

std::optional<PlanUnit> UnitFinder::only_one(const ByName& units, const std::string& name) {
  const auto found = units.find(comparable_name(name));
  if (found == units.end() || found->second.size() != 1) return std::nullopt;
  return found->second.front();
}

std::optional<PlanUnit> UnitFinder::find(const std::string& name) const {
  if (auto unit = only_one(drafted_, name)) return unit;
  return find_known(name);
}

std::optional<PlanUnit> UnitFinder::find_known(const std::string& name) const {
  return only_one(known_, name);
}

std::string UnitFinder::free_unit_id(const std::string& wanted) {
  made_.push_back(free_id(wanted, [&](const std::string& id) {
    const bool in_groups = std::any_of(draft_.groups.begin(), draft_.groups.end(),
                                       [&](const Group& group) { return group.id == id; });
    return in_groups || directory_.unit(id) != nullptr || draft_.unit(id) != nullptr ||
           std::find(made_.begin(), made_.end(), id) != made_.end();
  }));
  return made_.back();
}

PlanUnit UnitFinder::make(const std::string& name) {
  PlanUnit unit;
  unit.id = free_unit_id(slug(name, intake::k_unit_slug));
  unit.name = name;
  unit.kind = intake::unit_kind_of(name);
  unit.parent = draft_.issuer;
  drafted_[comparable_name(name)] = {unit};
  return unit;
}

}  // namespace dondoc
