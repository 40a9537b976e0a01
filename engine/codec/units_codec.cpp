#include "engine/codec/units_codec.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/codec/declared_names.h"
#include "engine/codec/json_reader.h"
#include "engine/codec/plan_words.h"
#include "engine/limits.h"

namespace dondoc {
namespace {

constexpr std::size_t k_persons_most = 100'000;

const std::vector<std::string_view> k_roles = {"officer", "lead"};
const std::vector<std::string_view> k_languages = {"vi", "en"};
const std::vector<std::string_view> k_channels = {"zalo_oa", "zalo_bot", "telegram", "sandbox"};

Unit read_unit(const JsonValue& value) {
  ObjectReader object(value);
  Unit unit;
  unit.id = object.text("id", Presence::required, rules::unit_id);
  unit.name = object.text("name", Presence::required, rules::some_text);
  unit.short_name = object.text("short", Presence::optional, rules::short_name);
  if (auto kind = object.one_of("kind", Presence::required, unit_kinds()))
    unit.kind = unit_kinds()[*kind];
  unit.parent = object.text("parent", Presence::required_or_null, rules::unit_id);
  return unit;
}

/// Each of the names at most once, in the order of the file.
std::vector<std::string> read_set(ObjectReader& object, std::string_view name, Presence presence,
                                  const std::vector<std::string_view>& names) {
  std::vector<std::string> result;
  for (const auto& item : object.items(name, presence, names.size())) {
    auto place = item.one_of(names);
    if (!place) continue;
    std::string one(names[*place]);
    if (std::find(result.begin(), result.end(), one) != result.end()) {
      item.fault(fmt::format("'{}' is listed twice", one));
    } else {
      result.push_back(one);
    }
  }
  return result;
}

bool holds(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

ListedPerson read_person(const JsonValue& value) {
  ObjectReader object(value);
  ListedPerson listed;
  Person& person = listed.person;
  person.id = object.text("id", Presence::required, rules::unit_id);
  person.name = object.text("name", Presence::required, rules::some_text);
  auto address = object.one_of("address", Presence::optional, forms_of_address());
  if (address) person.form_of_address = forms_of_address()[*address];
  person.unit = object.text("unit", Presence::required, rules::unit_id);
  auto roles = read_set(object, "roles", Presence::required, k_roles);
  person.officer = holds(roles, "officer");
  person.lead = holds(roles, "lead");
  if (auto language = object.one_of("language", Presence::optional, k_languages))
    person.language = k_languages[*language];
  listed.channels = read_set(object, "channels", Presence::optional, k_channels);
  return listed;
}

}  // namespace

const std::vector<std::string_view>& forms_of_address() {
  static const std::vector<std::string_view> forms{"đồng chí", "anh", "chị"};
  return forms;
}

std::optional<UnitsFile> read_units_file(std::string_view json, Faults& faults) {
  auto document = JsonDocument::parse(json, faults);
  if (!document) return std::nullopt;
  ObjectReader object(JsonValue::root(*document, faults));
  UnitsFile file;
  object.text("$schema", Presence::optional, rules::any_text);
  auto units = object.items("units", Presence::required, limits::units_per_plan);
  for (const auto& unit : units) file.units.push_back(read_unit(unit));
  for (const auto& person : object.items("persons", Presence::optional, k_persons_most)) {
    file.persons.push_back(read_person(person));
  }
  if (units.empty()) {
    faults.add("", "a directory needs at least one unit");
    return std::nullopt;
  }
  return file;
}

std::optional<UnitsFile> decode_units(std::string_view json, Faults& faults) {
  FaultMark mark(faults);
  auto file = read_units_file(json, faults);
  if (!file || !mark.clean()) return std::nullopt;
  return file;
}

void check_units(const UnitsFile& file, Faults& faults) {
  DeclaredNames units("unit");
  declare_all(units, file.units, "/units", faults);
  std::vector<TreeNode> nodes;
  for (const auto& unit : file.units) nodes.push_back({unit.id, unit.parent});
  check_parents(nodes, units, "/units", faults);
  DeclaredNames persons("person");
  for (std::size_t i = 0; i < file.persons.size(); ++i) {
    auto pointer = pointer_to("/persons", i);
    persons.declare(file.persons[i].person.id, pointer + "/id", faults);
    units.require(file.persons[i].person.unit, pointer + "/unit", faults);
  }
}

}  // namespace dondoc
