#include "engine/codec/reorganisation_codec.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "engine/codec/json_reader.h"
#include "engine/codec/plan_words.h"
#include "engine/limits.h"

namespace dondoc {
namespace {

constexpr std::size_t k_units_most = 1'000;
constexpr std::size_t k_sources_most = 50;
constexpr TextRule k_basis{1, 300, nullptr, ""};
constexpr TextRule k_duty{2, 40, nullptr, ""};

constexpr std::array<Choice<UnitAct>, 5> k_acts = {{{"merge", UnitAct::merge},
                                                    {"split", UnitAct::split},
                                                    {"rename", UnitAct::rename},
                                                    {"abolish", UnitAct::abolish},
                                                    {"reparent", UnitAct::reparent}}};

/// Only the id: a unit that exists. With a name: one that is founded.
Unit read_successor(const JsonValue& value) {
  ObjectReader object(value);
  Unit unit;
  unit.id = object.text("id", Presence::required, rules::unit_id);
  unit.name = object.text("name", Presence::optional, rules::some_text);
  const Presence when_new = unit.name.empty() ? Presence::optional : Presence::required;
  if (auto kind = object.one_of("kind", when_new, unit_kinds())) unit.kind = unit_kinds()[*kind];
  unit.short_name = object.text("short", Presence::optional, rules::short_name);
  unit.parent = object.text(
      "parent", unit.name.empty() ? Presence::optional_or_null : Presence::required_or_null,
      rules::unit_id);
  return unit;
}

PersonMove read_person(const JsonValue& value) {
  ObjectReader object(value);
  PersonMove move;
  move.person = object.text("person", Presence::required, rules::unit_id);
  move.unit = object.text("unit", Presence::required, rules::unit_id);
  return move;
}

DutyShare read_share(const JsonValue& value) {
  ObjectReader object(value);
  DutyShare share;
  share.duty = object.text("duty", Presence::required, k_duty);
  share.units = object.texts("units", Presence::required, rules::unit_id, k_units_most);
  return share;
}

UnitChange read_change(const JsonValue& value) {
  ObjectReader object(value);
  UnitChange change;
  auto act = object.choice("act", Presence::required, k_acts);
  if (!act) {
    object.ignore_others();
    return change;
  }
  change.act = *act;
  change.units = object.texts("units", Presence::required, rules::unit_id, k_units_most);
  const bool has_into = *act == UnitAct::merge || *act == UnitAct::split;
  if (has_into) {
    for (const auto& item : object.items("into", Presence::required, k_units_most))
      change.into.push_back(read_successor(item));
  }
  if (*act == UnitAct::rename) {
    change.name = object.text("name", Presence::required, rules::some_text);
    change.short_name = object.text("short", Presence::optional, rules::short_name);
  }
  if (*act == UnitAct::reparent)
    change.parent = object.text("parent", Presence::required_or_null, rules::unit_id);
  if (*act == UnitAct::split || *act == UnitAct::abolish)
    change.heir = object.text("heir", Presence::optional, rules::unit_id);
  if (has_into || *act == UnitAct::abolish) {
    for (const auto& item : object.items("persons", Presence::optional, k_units_most))
      change.persons.push_back(read_person(item));
  }
  if (*act == UnitAct::split) {
    for (const auto& item : object.items("duties", Presence::optional, k_units_most))
      change.duties.push_back(read_share(item));
  }
  return change;
}

RecipientChange read_recipient(const JsonValue& value) {
  ObjectReader object(value);
  RecipientChange change;
  change.plan = object.text("plan", Presence::required, rules::plan_id);
  change.from = object.text("from", Presence::required, rules::unit_id);
  change.to = object.text("to", Presence::required, rules::unit_id);
  return change;
}

OpenUnits read_open(const JsonValue& value) {
  ObjectReader object(value);
  OpenUnits open;
  open.units = object.texts("units", Presence::required, rules::unit_id, k_units_most);
  open.question = object.text("question", Presence::required, rules::some_text);
  return open;
}

// --- together ---

class Checker {
 public:
  explicit Checker(Faults& faults) : faults_(faults) {}

  void change(const UnitChange& change, const std::string& at) {
    number_of_units(change, at);
    for (std::size_t i = 0; i < change.units.size(); ++i) unit_once(change, i, at);
    std::set<std::string> successors;
    for (std::size_t i = 0; i < change.into.size(); ++i)
      successor(change.into[i], change, pointer_to(at + "/into", i), successors);
    for (std::size_t i = 0; i < change.duties.size(); ++i) {
      for (const std::string& unit : change.duties[i].units) {
        if (!successors.contains(unit))
          faults_.add(pointer_to(at + "/duties", i) + "/units",
                      fmt::format("'{}' is not among the successors in 'into'", unit));
      }
    }
  }

  void open(const OpenUnits& open, const std::string& at) {
    for (std::size_t i = 0; i < open.units.size(); ++i) {
      if (ended_.contains(open.units[i]))
        faults_.add(pointer_to(at + "/units", i),
                    fmt::format("'{}' stands in 'changes' too: it is open no longer", open.units[i]));
    }
  }

 private:
  void number_of_units(const UnitChange& change, const std::string& at) {
    const bool is_one = change.act == UnitAct::split || change.act == UnitAct::rename;
    if (change.units.empty()) faults_.add(at + "/units", "at least one unit is needed");
    if (is_one && change.units.size() > 1)
      faults_.add(at + "/units", "exactly one unit is split or renamed in a change");
    if (change.act == UnitAct::merge && change.into.size() != 1)
      faults_.add(at + "/into", "exactly one unit takes over in a merger");
    if (change.act == UnitAct::split && change.into.size() < 2)
      faults_.add(at + "/into", "a split needs at least two successors");
  }

  void unit_once(const UnitChange& change, std::size_t i, const std::string& at) {
    const bool ends = change.act != UnitAct::rename && change.act != UnitAct::reparent;
    const std::string& unit = change.units[i];
    if (unit.empty() || !ends) return;
    const std::string here = pointer_to(at + "/units", i);
    if (!ended_.insert(unit).second)
      faults_.add(here, fmt::format("'{}' ends twice in this file", unit));
    if (successors_.contains(unit))
      faults_.add(here, fmt::format("'{}' takes over and ends in one file; make it two", unit));
  }

  void successor(const Unit& unit, const UnitChange& change, const std::string& at,
                 std::set<std::string>& own) {
    if (unit.id.empty()) return;
    if (!own.insert(unit.id).second)
      faults_.add(at + "/id", fmt::format("'{}' is listed twice", unit.id));
    const bool ends = std::find(change.units.begin(), change.units.end(), unit.id) !=
                          change.units.end() ||
                      ended_.contains(unit.id);
    if (ends) faults_.add(at + "/id", fmt::format("'{}' ends in this file", unit.id));
    if (!unit.name.empty() && !successors_.insert(unit.id).second)
      faults_.add(at + "/id", fmt::format("'{}' is founded twice; name it only once", unit.id));
    successors_.insert(unit.id);
  }

  Faults& faults_;
  std::set<std::string> ended_;
  std::set<std::string> successors_;
};

}  // namespace

std::optional<ReorganisationFile> read_reorganisation_file(std::string_view json, Faults& faults) {
  auto document = JsonDocument::parse(json, faults);
  if (!document) return std::nullopt;
  ObjectReader object(JsonValue::root(*document, faults));
  ReorganisationFile file;
  Reorganisation& r = file.reorganisation;
  object.text("$schema", Presence::optional, rules::any_text);
  r.id = object.text("id", Presence::required, rules::unit_id);
  if (auto on = object.date("on", Presence::required)) r.on = *on;
  r.basis = object.text("basis", Presence::required, k_basis);
  r.note = object.text("note", Presence::optional, rules::any_text);
  file.sources = object.texts("sources", Presence::optional, rules::some_text, k_sources_most);
  for (const auto& item : object.items("open", Presence::optional, k_units_most))
    file.open.push_back(read_open(item));
  for (const auto& item :
       object.items("changes", Presence::required, limits::changes_per_reorganisation))
    r.changes.push_back(read_change(item));
  for (const auto& item : object.items("recipients", Presence::optional, k_units_most))
    r.recipients.push_back(read_recipient(item));
  return file;
}

std::optional<ReorganisationFile> decode_reorganisation(std::string_view json, Faults& faults) {
  FaultMark mark(faults);
  auto file = read_reorganisation_file(json, faults);
  if (!file || !mark.clean()) return std::nullopt;
  return file;
}

void check_reorganisation(const ReorganisationFile& file, Faults& faults) {
  const Reorganisation& r = file.reorganisation;
  if (r.changes.empty() && r.recipients.empty() && file.open.empty())
    faults.add("/changes", "nothing changes: neither a unit nor a recipient");
  Checker checker(faults);
  for (std::size_t i = 0; i < r.changes.size(); ++i)
    checker.change(r.changes[i], pointer_to("/changes", i));
  for (std::size_t i = 0; i < file.open.size(); ++i)
    checker.open(file.open[i], pointer_to("/open", i));
}

}  // namespace dondoc
