#include "engine/command/unit_changes.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "engine/command/refusals.h"

namespace dondoc {
namespace {

using Verdict = std::optional<Rejected>;

bool holds(const std::vector<std::string>& list, std::string_view one) {
  return std::find(list.begin(), list.end(), one) != list.end();
}

std::vector<std::string> ids_of(const std::vector<Unit>& units) {
  std::vector<std::string> ids;
  for (const Unit& unit : units) ids.push_back(unit.id);
  return ids;
}

bool ends_units(UnitAct act) {
  return act == UnitAct::merge || act == UnitAct::split || act == UnitAct::abolish;
}

/// The refusal, with the place of the change among its neighbours.
Rejected in_change(std::size_t place, Rejected refused) {
  PhraseValue why{"loi", std::move(refused.why.id), PhraseValue::Kind::text};
  why.values = std::move(refused.why.values);
  return {refused.refusal, {"U-40", {{"n", std::to_string(place)}, std::move(why)}}};
}

class UnitChanger {
 public:
  UnitChanger(const Directory& before, const Reorganisation& reorganisation)
      : before_(before), directory_(before), reorganisation_(reorganisation) {}

  std::variant<ChangedDirectory, Rejected> run() {
    std::size_t place = 0;
    for (const UnitChange& change : reorganisation_.changes) {
      ++place;
      if (auto refused = apply(change)) {
        return in_change(place, std::move(*refused));
      }
    }
    return std::move(result_);
  }

 private:
  Verdict apply(const UnitChange& change) {
    if (auto fault = shape_fault(change)) return fault;
    for (const std::string& id : change.units) {
      if (auto fault = unit_fault(id, change)) return fault;
    }
    if (change.act == UnitAct::rename) return rename(change);
    if (change.act == UnitAct::reparent) return reparent(change);
    for (const Unit& unit : change.into) {
      if (auto fault = take_successor(unit, change)) return fault;
    }
    if (auto fault = shares_fault(change)) return fault;
    for (const std::string& id : change.units) {
      if (auto fault = end(id, change)) return fault;
    }
    return move_persons(change);
  }

  static Verdict shape_fault(const UnitChange& change) {
    const std::size_t units = change.units.size();
    const std::size_t into = change.into.size();
    if (units == 0) return missing("P-34");
    if (std::set<std::string>(change.units.begin(), change.units.end()).size() != units)
      return invalid("U-41");
    const auto ids = ids_of(change.into);
    if (std::set<std::string>(ids.begin(), ids.end()).size() != into)
      return invalid("U-42");
    switch (change.act) {
      case UnitAct::merge:
        if (into != 1) return invalid("U-43");
        break;
      case UnitAct::split:
        if (units != 1 || into < 2)
          return invalid("U-44");
        break;
      case UnitAct::abolish:
        if (into != 0) return invalid("U-45");
        break;
      case UnitAct::rename:
        if (units != 1 || change.name.empty()) return invalid("U-46");
        break;
      case UnitAct::reparent:
        break;
    }
    return std::nullopt;
  }

  Verdict unit_fault(const std::string& id, const UnitChange& change) const {
    const Unit* unit = directory_.unit(id);
    if (unit == nullptr) return unknown_unit(id);
    if (unit->is_gone())
      return invalid("U-47", {{"dv", unit->name}, {"ma", id}, {"ngay", unit->ended->vi()}});
    const LocalDate on = reorganisation_.on;
    const bool is_early =
        (unit->since && on < *unit->since) || (!unit->past.empty() && on < unit->past.back().until);
    if (is_early)
      return invalid("U-48", {{"ngay", on.vi()}, {"dv", id}});
    if (!ends_units(change.act)) return std::nullopt;
    if (before_.unit(id) == nullptr || taking_over_.contains(id))
      return invalid("U-49", {{"dv", id}});
    return std::nullopt;
  }

  Verdict take_successor(const Unit& unit, const UnitChange& change) {
    taking_over_.insert(unit.id);
    if (holds(change.units, unit.id))
      return invalid("U-50", {{"dv", unit.id}});
    const Unit* known = directory_.unit(unit.id);
    if (unit.name.empty()) {
      if (known == nullptr) return unknown_unit(unit.id);
      if (known->is_gone())
        return invalid("U-51", {{"dv", unit.id}});
      return std::nullopt;
    }
    if (known != nullptr)
      return invalid("U-52", {{"ma", unit.id}});
    return found(unit, change);
  }

  Verdict found(Unit unit, const UnitChange& change) {
    if (unit.id.empty()) return missing("P-35");
    if (auto fault = parent_fault(unit.parent)) return fault;
    if (holds(change.units, unit.parent))
      return invalid("U-53", {{"dv", unit.id}});
    if (unit.kind.empty()) unit.kind = directory_.unit(change.units.front())->kind;
    unit.since = reorganisation_.on;
    keep(change.act, std::move(unit));
    return std::nullopt;
  }

  Verdict parent_fault(const std::string& parent) const {
    if (parent.empty()) return std::nullopt;
    const Unit* above = directory_.unit(parent);
    if (above == nullptr) return unknown_unit(parent);
    if (above->is_gone()) return invalid("U-10", {{"dv", parent}});
    return std::nullopt;
  }

  Verdict shares_fault(const UnitChange& change) const {
    if (!change.duties.empty() && change.act != UnitAct::split)
      return invalid("U-54");
    const auto successors = ids_of(change.into);
    for (const DutyShare& share : change.duties) {
      if (share.units.empty()) return invalid("U-55", {{"ma", share.duty}});
      for (const std::string& unit : share.units) {
        if (!holds(successors, unit))
          return invalid("U-56", {{"ma", share.duty}, {"dv", unit}});
      }
    }
    return std::nullopt;
  }

  Verdict end(const std::string& id, const UnitChange& change) {
    Unit unit = *directory_.unit(id);
    unit.ended = reorganisation_.on;
    unit.successors = ids_of(change.into);
    if (change.act == UnitAct::merge) {
      unit.heir = unit.successors.front();
    } else if (!change.heir.empty()) {
      if (auto fault = parent_fault(change.heir)) return fault;
      if (holds(change.units, change.heir))
        return invalid("U-57", {{"dv", id}});
      unit.heir = change.heir;
    } else if (!unit.parent.empty()) {
      unit.heir = unit.parent;
    } else if (!unit.successors.empty()) {
      unit.heir = unit.successors.front();
    }
    const Unit ended = unit;
    keep(change.act, std::move(unit));
    result_.ended.push_back({id, ended.successors, change.duties});
    place_children(ended);
    return std::nullopt;
  }

  /// What stood below the ended unit stands below its heir; where the heir itself lies below, one
  /// step higher.
  void place_children(const Unit& ended) {
    std::vector<std::string> children;
    for (const auto& [id, unit] : directory_.units()) {
      if (unit.parent == ended.id && !unit.is_gone()) children.push_back(id);
    }
    for (const std::string& id : children) {
      const bool holds_heir = directory_.is_within(ended.heir, id);
      place(id, holds_heir ? ended.parent : ended.heir);
    }
  }

  void place(const std::string& id, const std::string& parent) {
    Unit unit = *directory_.unit(id);
    if (unit.parent == parent) return;
    remember(unit);
    unit.parent = parent;
    keep(UnitAct::reparent, std::move(unit));
  }

  /// A unit that changes twice on one day was what it was in between for no day at all.
  void remember(Unit& unit) const {
    const LocalDate on = reorganisation_.on;
    const bool is_new = unit.since && *unit.since == on;
    const bool is_told = !unit.past.empty() && unit.past.back().until == on;
    if (!is_new && !is_told)
      unit.past.push_back({on, unit.name, unit.short_name, unit.parent});
  }

  Verdict rename(const UnitChange& change) {
    Unit unit = *directory_.unit(change.units.front());
    if (unit.name == change.name && unit.short_name == change.short_name)
      return invalid("U-58", {{"dv", unit.id}});
    remember(unit);
    unit.name = change.name;
    unit.short_name = change.short_name;
    keep(UnitAct::rename, std::move(unit));
    return std::nullopt;
  }

  Verdict reparent(const UnitChange& change) {
    if (auto fault = parent_fault(change.parent)) return fault;
    for (const std::string& id : change.units) {
      if (directory_.is_within(change.parent, id))
        return invalid("U-59", {{"dv", change.parent}, {"don_vi_khac", id}});
      place(id, change.parent);
    }
    return std::nullopt;
  }

  Verdict move_persons(const UnitChange& change) {
    std::map<std::string, std::string> told;
    for (const PersonMove& move : change.persons) {
      const Person* person = directory_.person(move.person);
      if (person == nullptr) return unknown_person(move.person);
      if (!holds(change.units, person->unit))
        return invalid("U-60", {{"nguoi", move.person}});
      if (auto fault = parent_fault(move.unit)) return fault;
      if (!told.emplace(move.person, move.unit).second)
        return invalid("U-61", {{"nguoi", move.person}});
    }
    for (const auto& [id, person] : directory_.persons()) {
      if (!holds(change.units, person.unit)) continue;
      const auto named = told.find(id);
      if (named != told.end()) {
        result_.persons.push_back({id, named->second});
      } else if (!change.into.empty()) {
        result_.persons.push_back({id, first_successor(*directory_.unit(person.unit))});
      }
    }
    return std::nullopt;
  }

  static const std::string& first_successor(const Unit& unit) {
    return holds(unit.successors, unit.heir) ? unit.heir : unit.successors.front();
  }

  void keep(UnitAct act, Unit unit) {
    directory_.put(unit);
    result_.units.push_back({act, std::move(unit)});
  }

  const Directory& before_;
  Directory directory_;
  const Reorganisation& reorganisation_;
  ChangedDirectory result_;
  std::set<std::string> taking_over_;
};

}  // namespace

std::variant<ChangedDirectory, Rejected> changed_directory(const Directory& directory,
                                                           const Reorganisation& reorganisation) {
  return UnitChanger(directory, reorganisation).run();
}

std::vector<std::string> units_touched(const Directory& directory,
                                       const Reorganisation& reorganisation) {
  std::set<std::string> touched;
  const auto add = [&](const std::string& id) {
    if (directory.unit(id) != nullptr) touched.insert(id);
  };
  for (const UnitChange& change : reorganisation.changes) {
    for (const std::string& id : change.units) add(id);
    for (const Unit& unit : change.into) {
      add(unit.id);
      add(unit.parent);
    }
    for (const PersonMove& move : change.persons) add(move.unit);
    add(change.parent);
    add(change.heir);
  }
  return {touched.begin(), touched.end()};
}

}  // namespace dondoc
