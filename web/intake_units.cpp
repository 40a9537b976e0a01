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

/// Words with single spaces between them, whatever stood there.
std::string words_only(const std::string& text) {
  std::string all;
  bool is_apart = false;
  for (const char c : text) {
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

std::string spelling_of(const std::string& name) { return words_only(intake::unit_key(name)); }

/// Typed without any marks.
bool is_plain(const std::string& name) {
  return std::all_of(name.begin(), name.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

std::string comparable_name(const std::string& name) { return fold(spelling_of(name)); }

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

void UnitFinder::Names::put(const std::string& name, const PlanUnit& unit) {
  by_name_[comparable_name(name)].push_back({spelling_of(name), is_plain(name), unit});
}

std::optional<PlanUnit> UnitFinder::Names::only_one(const std::string& name) const {
  const auto found = by_name_.find(comparable_name(name));
  if (found == by_name_.end()) return std::nullopt;
  const std::string spelling = spelling_of(name);
  const auto only = [&](auto is_same) {
    std::optional<PlanUnit> one;
    int units = 0;
    for (const Named& named : found->second) {
      if (!is_same(named) || (one && one->id == named.unit.id)) continue;
      one = named.unit;
      ++units;
    }
    return units == 1 ? one : std::nullopt;
  };
  if (auto one = only([&](const Named& named) { return named.spelling == spelling; })) return one;
  return only([&](const Named& named) { return named.is_plain || is_plain(name); });
}

UnitFinder::UnitFinder(const Directory& directory, const Plan& draft)
    : directory_(directory), draft_(draft) {
  for (const auto& [id, unit] : directory.units()) {
    if (unit.is_gone()) continue;
    const PlanUnit found = plan_unit(unit);
    known_.put(unit.name, found);
    if (!unit.short_name.empty()) known_.put(unit.short_name, found);
    for (const UnitPast& past : unit.past) known_.put(past.name, found);
  }
  for (const PlanUnit& unit : draft.units) drafted_.put(unit.name, unit);
}

std::optional<PlanUnit> UnitFinder::find(const std::string& name) const {
  if (auto unit = drafted_.only_one(name)) return unit;
  return find_known(name);
}

std::optional<PlanUnit> UnitFinder::find_known(const std::string& name) const {
  return known_.only_one(name);
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
  drafted_.put(name, unit);
  return unit;
}

}  // namespace dondoc
