#include "app/people_import.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "app/desk.h"
#include "app/loaded_cases.h"
#include "app/people_table.h"
#include "engine/codec/state_codec.h"
#include "engine/codec/units_codec.h"
#include "engine/notice/facts.h"
#include "engine/state/evolve.h"

namespace dondoc {
namespace {

/// A file as read, and how to name the place of element i.
struct Listed {
  UnitsFile file;
  std::vector<std::string> places;
};

void add(Faults& faults, const std::string& place, const char* field, std::string message) {
  faults.add(place.starts_with("/") ? place + "/" + field : place + ", " + field,
             std::move(message));
}

std::optional<Listed> read_json(ImportKind kind, std::string_view text, Faults& faults) {
  auto file = decode_units(text, faults);
  if (!file) return std::nullopt;
  Listed listed{std::move(*file), {}};
  const bool units = kind == ImportKind::units;
  const std::size_t count = units ? listed.file.units.size() : listed.file.persons.size();
  for (std::size_t i = 0; i < count; ++i)
    listed.places.push_back(fmt::format("/{}/{}", units ? "units" : "persons", i));
  return listed;
}

std::optional<Listed> read_listed(ImportKind kind, const std::string& file, std::string_view text,
                                  Faults& faults) {
  if (file.ends_with(".json")) return read_json(kind, text, faults);
  const bool is_workbook = file.ends_with(".xlsx");
  if (!is_workbook && !file.ends_with(".csv")) {
    faults.add("", "a list of units or persons is a .json, a .csv or an .xlsx file");
    return std::nullopt;
  }
  auto table = read_people_table(kind, is_workbook ? TableFormat::workbook : TableFormat::csv, text,
                                 faults);
  if (!table) return std::nullopt;
  return Listed{std::move(table->file), std::move(table->places)};
}

template <class Thing>
ImportEffect effect_of(const Thing* known, const Thing& fresh) {
  if (known == nullptr) return ImportEffect::added;
  return encode(*known) == encode(fresh) ? ImportEffect::unchanged : ImportEffect::changed;
}

ImportRow row_of(const std::string& place, Unit unit, const Directory& directory) {
  const Unit* known = directory.unit(unit.id);
  if (known != nullptr) {
    unit.unlisted = known->unlisted;
    unit.external = known->external;
    unit.since = known->since;
    unit.past = known->past;
  }
  return {place, unit.id, unit.name, effect_of(known, unit), RegisterUnit{unit}};
}

/// Accounts in the listed order of preference. The sandbox needs no invitation: the account there
/// is the person's id.
std::vector<Address> addresses_of(const ListedPerson& listed, const Person* known) {
  std::vector<Address> addresses = known == nullptr ? std::vector<Address>{} : known->addresses;
  const auto& order = listed.channels;
  const bool has_sandbox = std::any_of(addresses.begin(), addresses.end(),
                                       [](const Address& a) { return a.channel == "sandbox"; });
  if (!has_sandbox && std::find(order.begin(), order.end(), "sandbox") != order.end())
    addresses.push_back({"sandbox", listed.person.id, true});
  std::stable_sort(addresses.begin(), addresses.end(), [&](const Address& a, const Address& b) {
    return std::find(order.begin(), order.end(), a.channel) <
           std::find(order.begin(), order.end(), b.channel);
  });
  return addresses;
}

ImportRow row_of(const std::string& place, const ListedPerson& listed, const Directory& directory) {
  Person person = listed.person;
  const Person* known = directory.person(person.id);
  person.addresses = addresses_of(listed, known);
  if (known != nullptr) {
    person.leaves = known->leaves;
    person.active = known->active;
    person.invitations = known->invitations;
    person.asked = known->asked;
    person.reminders_stopped = known->reminders_stopped;
  }
  return {place, person.id, person.name, effect_of(known, person), RegisterPerson{person}};
}

/// Faults of ids used twice; the place of each id.
template <class IdOf>
std::map<std::string, std::size_t> places_of(const Listed& listed, IdOf id_of, Faults& faults) {
  std::map<std::string, std::size_t> first;
  for (std::size_t i = 0; i < listed.places.size(); ++i) {
    auto [known, is_new] = first.emplace(id_of(i), i);
    if (!is_new)
      add(faults, listed.places[i], "id",
          fmt::format("'{}' stands at {} already", known->first, listed.places[known->second]));
  }
  return first;
}

/// A unit after the one above it, when both are in the file.
std::vector<ImportRow> units_top_down(const Listed& listed, const Directory& directory,
                                      Faults& faults) {
  const auto& units = listed.file.units;
  const auto places = places_of(
      listed, [&](std::size_t i) { return units[i].id; }, faults);
  std::multimap<std::string, std::size_t> below;
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (places.contains(units[i].parent)) {
      below.emplace(units[i].parent, i);
      continue;
    }
    order.push_back(i);
    if (!units[i].parent.empty() && directory.unit(units[i].parent) == nullptr)
      add(faults, listed.places[i], "parent",
          fmt::format("there is no unit '{}' in the file or the directory", units[i].parent));
  }
  if (!faults.none()) return {};  // with an id twice, a unit would be placed twice
  for (std::size_t at = 0; at < order.size(); ++at) {
    auto [from, to] = below.equal_range(units[order[at]].id);
    for (auto child = from; child != to; ++child) order.push_back(child->second);
  }
  const std::set<std::size_t> placed(order.begin(), order.end());
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (!placed.contains(i))
      add(faults, listed.places[i], "parent", "the units above this one form a circle");
  }
  std::vector<ImportRow> rows;
  for (std::size_t i : order) rows.push_back(row_of(listed.places[i], units[i], directory));
  return rows;
}

std::vector<ImportRow> persons_in_order(const Listed& listed, const Directory& directory,
                                        Faults& faults) {
  const auto& persons = listed.file.persons;
  places_of(
      listed, [&](std::size_t i) { return persons[i].person.id; }, faults);
  std::vector<ImportRow> rows;
  for (std::size_t i = 0; i < persons.size(); ++i) {
    const std::string& unit = persons[i].person.unit;
    if (directory.unit(unit) == nullptr)
      add(faults, listed.places[i], "unit",
          fmt::format("there is no unit '{}' in the directory; import it first", unit));
    rows.push_back(row_of(listed.places[i], persons[i], directory));
  }
  return rows;
}

}  // namespace

std::optional<std::vector<ImportRow>> read_import(ImportKind kind, const std::string& file,
                                                  std::string_view text, const Directory& directory,
                                                  Faults& faults) {
  auto listed = read_listed(kind, file, text, faults);
  if (!listed) return std::nullopt;
  if (listed->places.empty())
    faults.add("",
               kind == ImportKind::units ? "the file lists no unit" : "the file lists no person");
  auto rows = kind == ImportKind::units ? units_top_down(*listed, directory, faults)
                                        : persons_in_order(*listed, directory, faults);
  if (!faults.none()) return std::nullopt;
  return rows;
}

bool rehearse(const std::vector<ImportRow>& rows, const Definitions& definitions, Office office,
              const Zone& zone, Instant now, Faults& faults) {
  const LoadedCases none;
  const std::size_t before = faults.count();
  for (const ImportRow& row : rows) {
    if (row.effect == ImportEffect::unchanged) continue;
    const Decision decision =
        decide(World{definitions, office, none, zone}, by_administrator(row.command), now);
    if (const auto* refused = std::get_if<Rejected>(&decision)) {
      faults.add(row.place, in_words(definitions, refused->why, "vi"));
      continue;
    }
    for (const Event& event : std::get<std::vector<Event>>(decision))
      evolve(office, event, nullptr, nullptr);
  }
  return faults.count() == before;
}

}  // namespace dondoc
