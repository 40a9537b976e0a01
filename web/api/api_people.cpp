// Whom a lead manages: who they are and how they are reached, leave, roles, what a leaver has. The
// same commands as on their pages; invitations are made there alone, where their code is shown
// once.
#include <nlohmann/json.hpp>

#include "web/access.h"
#include "web/api/api_list.h"
#include "web/api/api_table.h"
#include "web/api/person_json.h"
#include "web/people_view.h"

namespace dondoc {
namespace {

using Json = nlohmann::ordered_json;

Json managed_json(const Moment& moment, const Person& person) {
  Json answer = person_json(moment, person);
  answer["unit"] = person.unit;
  answer["active"] = person.active;
  answer["leaves"] = Json::array();
  for (const Leave& leave : person.leaves)
    answer["leaves"].push_back({{"from", leave.from.iso()},
                                {"to", leave.to.iso()},
                                {"deputy", leave.deputy.empty() ? Json() : Json(leave.deputy)}});
  return answer;
}

Response people(const ApiTools& tools, const ApiCall& call) {
  const std::size_t limit = limit_of(call.request);
  const std::string after = call.request.parameter("cursor");
  Json answer{{"items", Json::array()}, {"next", nullptr}};
  auto looked = tools.desk.look(std::nullopt, [&](const Moment& moment) {
    Led led(moment, call.visitor);
    const auto& all = moment.world.office.directory.persons();
    for (auto it = all.upper_bound(after); it != all.end(); ++it) {
      if (!it->second.active || !led.leads(it->second.unit)) continue;
      if (answer["items"].size() == limit) {
        answer["next"] = answer["items"].back()["id"];
        return;
      }
      answer["items"].push_back(managed_json(moment, it->second));
    }
  });
  return looked ? json_answer(answer) : unavailable(tools, call);
}

Response one_person(const ApiTools& tools, const ApiCall& call) {
  Json answer;
  auto looked = tools.desk.look(std::nullopt, [&](const Moment& moment) {
    const Person* found = moment.world.office.directory.person(call.value("person"));
    if (found != nullptr) answer = managed_json(moment, *found);
  });
  if (!looked) return unavailable(tools, call);
  return answer.is_null() ? not_hers(tools, call) : json_answer(answer);
}

/// Requires: the schema says that it is a date.
LocalDate day_in(const ApiCall& call, const char* name) {
  return LocalDate::parse(call.body.at(name).get_ref<const std::string&>()).value();
}

Response take_leave(const ApiTools& tools, const ApiCall& call) {
  return changed_by(
      tools, call,
      TakeLeave{call.value("person"),
                {day_in(call, "from"), day_in(call, "to"), call.body.value("deputy", "")}});
}

Response end_leave(const ApiTools& tools, const ApiCall& call) {
  return changed_by(tools, call, EndLeave{call.value("person"), day_in(call, "from")});
}

Response assign_roles(const ApiTools& tools, const ApiCall& call) {
  return changed_by(tools, call,
                    AssignRoles{call.value("person"), call.body.value("unit", ""),
                                call.body.value("officer", false), call.body.value("lead", false)});
}

Response hand_over(const ApiTools& tools, const ApiCall& call) {
  return changed_by(
      tools, call,
      HandOverAll{call.value("person"), call.body.value("to", ""), call.body.value("reason", "")});
}

}  // namespace

void add_api_people(std::vector<ApiRoute>& table, const ApiTools& tools) {
  table.push_back({"GET",
                   "/api/v1/people",
                   Rule::any_lead,
                   Subject::none,
                   AccessScope::read,
                   {"listPeople",
                    "people",
                    "Active persons of units that the caller leads, in order of id",
                    "PersonList",
                    {},
                    {},
                    with_paging({})},
                   [tools](const ApiCall& call) { return people(tools, call); },
                   false,
                   true});
  table.push_back({"GET",
                   "/api/v1/people/{person}",
                   Rule::leads,
                   Subject::person,
                   AccessScope::read,
                   {"getPerson", "people", "One person, her leaves too", "ManagedPerson"},
                   [tools](const ApiCall& call) { return one_person(tools, call); },
                   false,
                   true});
  const auto add_deed = [&](const char* deed, const char* id, const char* summary, const char* body,
                            auto handler) {
    table.push_back({"POST",
                     std::string("/api/v1/people/{person}/") + deed,
                     Rule::leads,
                     Subject::person,
                     AccessScope::act,
                     {id, "people", summary, "Changed", {}, body},
                     [tools, handler](const ApiCall& call) { return handler(tools, call); }});
  };
  add_deed("leave", "takeLeave", "Note a leave, with a deputy or without", "LeaveSpan", take_leave);
  add_deed("end_leave", "endLeave", "End the leave that begins on a day", "LeaveBegin", end_leave);
  add_deed("roles", "assignRoles", "Say where she works and as what", "Roles", assign_roles);
  add_deed("hand_over", "handOverAll", "Hand over everything a leaver has, and end her account",
           "HandOver", hand_over);
}

}  // namespace dondoc
