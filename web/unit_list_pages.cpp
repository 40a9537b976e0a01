// The units a visitor may see, to be found by a name of today or of the past.
#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "engine/text/vietnamese.h"
#include "web/access.h"
#include "web/duty_view.h"
#include "web/page_table.h"
#include "web/pager.h"

namespace dondoc {
namespace {

using nlohmann::json;

constexpr std::size_t k_shown = 100;

/// What of a unit is listed: itself, and under which earlier name it was found.
using Found = UnitMatch;

std::vector<Found> found_by_name(const Moment& moment, Sight& sight, const std::string& words) {
  std::vector<Found> found = moment.world.office.directory.named(words);
  std::erase_if(found, [&](const Found& one) { return !sight.sees(one.unit->id); });
  return found;
}

/// Those in force, each below the one it belongs to.
std::vector<Found> in_force(const Moment& moment, Sight& sight) {
  std::vector<Found> found;
  for (const auto& [id, unit] : moment.world.office.directory.units()) {
    if (!unit.is_gone() && sight.sees(id)) found.push_back({&unit, unit.name, std::nullopt});
  }
  std::stable_sort(found.begin(), found.end(), [](const Found& x, const Found& y) {
    return std::pair(x.unit->parent, fold(x.name)) < std::pair(y.unit->parent, fold(y.name));
  });
  return found;
}

std::map<std::string_view, int> people_by_unit(const Moment& moment) {
  std::map<std::string_view, int> people;
  for (const auto& [id, person] : moment.world.office.directory.persons()) {
    if (person.active && (person.officer || person.lead)) ++people[person.unit];
  }
  return people;
}

std::string what_became(const Moment& moment, const Unit& unit, const PageWords& words) {
  if (!unit.is_gone()) return {};
  std::string successors;
  for (const std::string& id : unit.successors)
    successors += (successors.empty() ? "" : ", ") + name_of_unit(moment.world, id);
  if (successors.empty()) return words.filled("units_ended_none", {{"day", unit.ended->vi()}});
  return words.filled("units_ended", {{"day", unit.ended->vi()}, {"units", successors}});
}

json row_of(const Moment& moment, const Found& one, int people, const PageWords& words) {
  const Unit& unit = *one.unit;
  const std::string old_name =
      one.until ? words.filled("units_old_name", {{"name", one.name}, {"day", one.until->vi()}})
                : "";
  return {{"name", unit.name},
          {"href", "/units/" + percent_encoded(unit.id)},
          {"above", unit.above().empty() ? "" : name_of_unit(moment.world, unit.above())},
          {"people", std::to_string(people)},
          {"old_name", old_name},
          {"became", what_became(moment, unit, words)}};
}

std::string address_of_page(const std::string& words, std::size_t number) {
  return "/units?q=" + percent_encoded(words) + "&page=" + std::to_string(number);
}

Response units_page(const PageTools& tools, const PageCall& call) {
  json values{{"units", json::array()}, {"asked", call.request.parameter("q")}};
  auto looked = tools.desk.look(std::nullopt, [&](const Moment& moment) {
    const PageWords& words = tools.kit.words(call.visitor);
    Sight sight(moment, call.visitor);
    const std::string asked = call.request.parameter("q");
    const auto found =
        asked.empty() ? in_force(moment, sight) : found_by_name(moment, sight, asked);
    const ListPage shown = list_page(page_asked(call.request), found.size(), k_shown);
    const auto people = people_by_unit(moment);
    for (std::size_t i = shown.first; i < shown.last; ++i) {
      const auto count = people.find(found[i].unit->id);
      values["units"].push_back(
          row_of(moment, found[i], count == people.end() ? 0 : count->second, words));
    }
    values["pager"] = pager_values(
        shown, [&](std::size_t number) { return address_of_page(asked, number); }, words);
  });
  if (!looked) return plain_page(tools.kit, call, 503, "say_unavailable");
  values["has_units"] = !values["units"].empty();
  return page(tools.kit, call, "units", "units_title", std::move(values));
}

}  // namespace

void add_unit_list_pages(std::vector<PageRoute>& table, const PageTools& tools) {
  table.push_back({"GET", "/units", Rule::signed_in, Subject::none,
                   [tools](const PageCall& call) { return units_page(tools, call); }});
}

}  // namespace dondoc
