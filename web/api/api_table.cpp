#include "web/api/api_table.h"

#include <nlohmann/json.hpp>
#include <utility>

namespace dondoc {

std::vector<ApiRoute> api_table(const ApiTools& tools) {
  std::vector<ApiRoute> table;
  add_api_me(table, tools);
  add_api_units(table, tools);
  add_api_people(table, tools);
  add_api_changes(table, tools);
  add_api_plans(table, tools);
  add_api_drafts(table, tools);
  add_api_assignments(table, tools);
  add_api_board(table, tools);
  add_api_summary(table, tools);
  add_api_events(table, tools);
  return table;
}

Response json_answer(const nlohmann::ordered_json& json) {
  return json_answer(json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

Response json_answer(std::string text) { return {200, "application/json", std::move(text)}; }

Response problem(const ApiTools& tools, const ApiCall& call, Problem what) {
  return answer_of(what, tools.words, call.visitor.language);
}

Response not_hers(const ApiTools& tools, const ApiCall& call) {
  return problem(tools, call, {404, "not_yours"});
}

Response unavailable(const ApiTools& tools, const ApiCall& call) {
  return problem(tools, call, {503, "unavailable"});
}

std::optional<Response> carry_out(const ApiTools& tools, const ApiCall& call, CommandBody body,
                                  int number, std::vector<std::string>* codes) {
  auto answer =
      tools.desk.carry_out(Command{call.visitor.person, call.command_key(number), std::move(body)});
  if (!answer) return unavailable(tools, call);
  if (answer->kind == AnswerKind::refused) {
    std::optional<Response> refused;
    auto looked = tools.desk.look(std::nullopt, [&](const Moment& moment) {
      refused =
          problem(tools, call,
                  problem_of(answer->refusal, moment.world.definitions, call.visitor.language));
    });
    return looked ? refused : unavailable(tools, call);
  }
  if (codes != nullptr) codes->insert(codes->end(), answer->codes.begin(), answer->codes.end());
  return std::nullopt;
}

Response changed_by(const ApiTools& tools, const ApiCall& call, CommandBody body) {
  std::vector<std::string> codes;
  if (auto refused = carry_out(tools, call, std::move(body), 1, &codes)) return *refused;
  return json_answer(nlohmann::ordered_json{{"codes", codes}});
}

}  // namespace dondoc
