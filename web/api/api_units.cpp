// Units in sight, and one unit: its people and how they are reached, its boxes, its deadlines.
#include <nlohmann/json.hpp>

#include "reports/board_json.h"
#include "web/access.h"
#include "web/api/api_list.h"
#include "web/api/api_table.h"
#include "web/api/person_json.h"
#include "web/board_choice.h"
#include "web/deadline_feed.h"
#include "web/file_answer.h"

namespace dondoc {
namespace {

using Json = nlohmann::ordered_json;

Json day_or_null(const std::optional<LocalDate>& day) { return day ? Json(day->iso()) : Json(); }

Json unit_json(const Unit& unit) {
  return {{"id", unit.id},
          {"name", unit.name},
          {"short_name", unit.short_name},
          {"kind", unit.kind},
          {"parent", unit.parent.empty() ? Json() : Json(unit.parent)},
          {"since", day_or_null(unit.since)},
          {"ended", day_or_null(unit.ended)},
          {"successors", unit.successors}};
}

Response units(const ApiTools& tools, const ApiCall& call) {
  const std::size_t limit = limit_of(call.request);
  const std::string after = call.request.parameter("cursor");
  Json answer{{"items", Json::array()}, {"next", nullptr}};
  auto looked = tools.desk.look(std::nullopt, [&](const Moment& moment) {
    Sight sight(moment, call.visitor);
    const auto& all = moment.world.office.directory.units();
    for (auto it = all.upper_bound(after); it != all.end(); ++it) {
      if (it->second.external || !sight.sees(it->first)) continue;
      if (answer["items"].size() == limit) {
        answer["next"] = answer["items"].back()["id"];
        return;
      }
      answer["items"].push_back(unit_json(it->second));
    }
  });
  return looked ? json_answer(answer) : unavailable(tools, call);
}

Json one_unit(const Moment& moment, const Unit& unit, const Visitor& visitor) {
  Sight sight(moment, visitor);
  Json answer = unit_json(unit);
  answer["people"] = Json::array();
  answer["below"] = Json::array();
  const Directory& directory = moment.world.office.directory;
  for (const auto& [id, person] : directory.persons()) {
    if (person.unit == unit.id && person.active && (person.lead || person.officer))
      answer["people"].push_back(person_json(moment, person));
  }
  for (const auto& [id, other] : directory.units()) {
    if (other.parent == unit.id && sight.sees(id)) answer["below"].push_back(id);
  }
  BoardChoice choice;
  choice.only = unit.id;
  answer["boxes"] = Json::parse(boxes_json(count(chosen(moment, sight, choice, true))));
  return answer;
}

Response unit(const ApiTools& tools, const ApiCall& call) {
  Json answer;
  auto looked = tools.desk.look(std::nullopt, [&](const Moment& moment) {
    const Unit* found = moment.world.office.directory.unit(call.value("unit"));
    if (found != nullptr) answer = one_unit(moment, *found, call.visitor);
  });
  if (!looked) return unavailable(tools, call);
  return answer.is_null() ? not_hers(tools, call) : json_answer(answer);
}

Response deadlines(const ApiTools& tools, const ApiCall& call) {
  std::optional<ExportedFile> feed;
  auto looked = tools.desk.look(std::nullopt, [&](const Moment& moment) {
    const Unit* found = moment.world.office.directory.unit(call.value("unit"));
    if (found != nullptr) feed = deadlines_of_unit(moment, *found);
  });
  if (!looked) return unavailable(tools, call);
  if (!feed) return not_hers(tools, call);
  return file_answer(std::move(*feed));
}

}  // namespace

void add_api_units(std::vector<ApiRoute>& table, const ApiTools& tools) {
  table.push_back({"GET",
                   "/api/v1/units",
                   Rule::signed_in,
                   Subject::none,
                   AccessScope::read,
                   {"listUnits",
                    "units",
                    "Units in sight, in order of id",
                    "UnitList",
                    {},
                    {},
                    with_paging({})},
                   [tools](const ApiCall& call) { return units(tools, call); },
                   false,
                   true});
  table.push_back(
      {"GET",
       "/api/v1/units/{unit}",
       Rule::in_sight,
       Subject::unit,
       AccessScope::read,
       {"getUnit", "units", "A unit with its people, their channels and its boxes", "UnitDetail"},
       [tools](const ApiCall& call) { return unit(tools, call); },
       true,
       true});
  table.push_back(
      {"GET",
       "/api/v1/units/{unit}/deadlines.ics",
       Rule::in_sight,
       Subject::unit,
       AccessScope::read,
       {"getUnitDeadlines", "files", "What the unit owes, as a calendar", "", "text/calendar"},
       [tools](const ApiCall& call) { return deadlines(tools, call); },
       true,
       true});
}

}  // namespace dondoc
