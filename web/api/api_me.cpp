// Who the token belongs to and what it may do.
#include <nlohmann/json.hpp>

#include "web/api/api_table.h"

namespace dondoc {
namespace {

using Json = nlohmann::ordered_json;

Json scopes_of(const AccessKey& token) {
  Json list = Json::array();
  for (const AccessScope scope : k_scopes) {
    if (has_scope(token, scope)) list.push_back(name_of(scope));
  }
  return list;
}

Response me(const ApiTools& tools, const ApiCall& call) {
  const Zone zone = tools.desk.zone();
  const AccessKey& token = call.token;
  Json answer{{"person", token.person},
              {"name", nullptr},
              {"unit", nullptr},
              {"lead", false},
              {"officer", false},
              {"administrator", call.visitor.administrator},
              {"token",
               {{"id", token.id},
                {"name", token.name},
                {"scopes", scopes_of(token)},
                {"made", zone.iso(token.made)},
                {"expires", token.expires ? Json(zone.iso(*token.expires)) : Json()}}}};
  auto looked = tools.desk.look(std::nullopt, [&](const Moment& moment) {
    const Person* person = moment.world.office.directory.person(token.person);
    if (person == nullptr) return;
    answer["name"] = person->name;
    answer["unit"] = person->unit;
    answer["lead"] = person->lead;
    answer["officer"] = person->officer;
  });
  return looked ? json_answer(answer) : unavailable(tools, call);
}

}  // namespace

void add_api_me(std::vector<ApiRoute>& table, const ApiTools& tools) {
  table.push_back({"GET",
                   "/api/v1/me",
                   Rule::signed_in,
                   Subject::none,
                   AccessScope::read,
                   {"getMe", "meta", "Who the token belongs to and what it may do", "Me"},
                   [tools](const ApiCall& call) { return me(tools, call); }});
}

}  // namespace dondoc
