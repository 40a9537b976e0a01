#include "engine/command/unit_changes.h"

#include <fmt/format.h>

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

class UnitChanger {
 public:
  UnitChanger(const Directory& before, const Reorganisation& reorganisation)
      : before_(before), directory_(before), reorganisation_(reorganisation) {}

  std::variant<ChangedDirectory, Rejected> run() {
    std::size_t place = 0;
    for (const UnitChange& change : reorganisation_.changes) {
      ++place;
      if (auto refused = apply(change)) {
        refused->reason = fmt::format("Thay đổi thứ {}: {}", place, refused->reason);
        return *refused;
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
    if (units == 0) return missing("đơn vị được sắp xếp");
    if (std::set<std::string>(change.units.begin(), change.units.end()).size() != units)
      return invalid("một đơn vị được nêu hai lần.");
    const auto ids = ids_of(change.into);
    if (std::set<std::string>(ids.begin(), ids.end()).size() != into)
      return invalid("một đơn vị tiếp nhận được nêu hai lần.");
    switch (change.act) {
      case UnitAct::merge:
        if (into != 1) return invalid("sáp nhập cần đúng một đơn vị tiếp nhận.");
        break;
      case UnitAct::split:
        if (units != 1 || into < 2)
          return invalid("chia tách cần một đơn vị và ít nhất hai đơn vị tiếp nhận.");
        break;
      case UnitAct::abolish:
        if (into != 0) return invalid("giải thể không có đơn vị tiếp nhận; nếu có, đó là sáp nhập.");
        break;
      case UnitAct::rename:
        if (units != 1 || change.name.empty()) return invalid("đổi tên cần một đơn vị và tên mới.");
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
      return invalid(
          fmt::format("đơn vị {} ({}) đã kết thúc từ {}.", unit->name, id, unit->ended->vi()));
    const LocalDate on = reorganisation_.on;
    const bool is_early =
        (unit->since && on < *unit->since) || (!unit->past.empty() && on < unit->past.back().until);
    if (is_early)
      return invalid(fmt::format("ngày {} sớm hơn lần thay đổi trước của đơn vị {}.", on.vi(), id));
    if (!ends_units(change.act)) return std::nullopt;
    if (before_.unit(id) == nullptr || taking_over_.contains(id))
      return invalid(
          fmt::format("đơn vị {} vừa tiếp nhận vừa kết thúc trong cùng một lần sắp xếp.", id));
    return std::nullopt;
  }

  Verdict take_successor(const Unit& unit, const UnitChange& change) {
    taking_over_.insert(unit.id);
    if (holds(change.units, unit.id))
      return invalid(fmt::format("đơn vị {} không thể tiếp nhận chính mình.", unit.id));
    const Unit* known = directory_.unit(unit.id);
    if (unit.name.empty()) {
      if (known == nullptr) return unknown_unit(unit.id);
      if (known->is_gone())
        return invalid(fmt::format("đơn vị tiếp nhận {} đã kết thúc.", unit.id));
      return std::nullopt;
    }
    if (known != nullptr)
      return invalid(fmt::format(
          "đã có đơn vị mang mã {}; đơn vị mới cần mã mới, kể cả khi trùng tên.", unit.id));
    return found(unit, change);
  }

  Verdict found(Unit unit, const UnitChange& change) {
    if (unit.id.empty()) return missing("mã đơn vị mới");
    if (auto fault = parent_fault(unit.parent)) return fault;
    if (holds(change.units, unit.parent))
      return invalid(fmt::format("đơn vị mới {} không thể thuộc đơn vị đang kết thúc.", unit.id));
    if (unit.kind.empty()) unit.kind = directory_.unit(change.units.front())->kind;
    unit.since = reorganisation_.on;
    keep(change.act, std::move(unit));
    return std::nullopt;
  }

  Verdict parent_fault(const std::string& parent) const {
    if (parent.empty()) return std::nullopt;
    const Unit* above = directory_.unit(parent);
    if (above == nullptr) return unknown_unit(parent);
    if (above->is_gone()) return invalid(fmt::format("đơn vị cấp trên {} đã kết thúc.", parent));
    return std::nullopt;
  }

  Verdict shares_fault(const UnitChange& change) const {
    if (!change.duties.empty() && change.act != UnitAct::split)
      return invalid("chỉ chia tách mới phân việc cho từng đơn vị.");
    const auto successors = ids_of(change.into);
    for (const DutyShare& share : change.duties) {
      if (share.units.empty()) return missing("đơn vị nhận việc " + share.duty);
      for (const std::string& unit : share.units) {
        if (!holds(successors, unit))
          return invalid(
              fmt::format("việc {} giao cho {}, không phải đơn vị tiếp nhận.", share.duty, unit));
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
        return invalid(fmt::format("đơn vị {} không thể kế thừa chính mình.", id));
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
      return invalid(fmt::format("đơn vị {} đã mang tên này.", unit.id));
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
        return invalid(
            fmt::format("đơn vị cấp trên {} nằm dưới chính đơn vị {}.", change.parent, id));
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
        return invalid(fmt::format("cán bộ {} không thuộc đơn vị được sắp xếp.", move.person));
      if (auto fault = parent_fault(move.unit)) return fault;
      if (!told.emplace(move.person, move.unit).second)
        return invalid(fmt::format("cán bộ {} được nêu hai lần.", move.person));
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
