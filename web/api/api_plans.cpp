// Plans: the list, one with its obligations and questions, answering a question, and issuing a plan
// file.
#include <nlohmann/json.hpp>

#include "engine/codec/check_plan.h"
#include "engine/codec/plan_codec.h"
#include "engine/text/vietnamese.h"
#include "web/access.h"
#include "web/api/api_table.h"
#include "web/duty_view.h"

namespace dondoc {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json plan_json(const Moment& moment, const PlanCase& plan) {
  const Plan& p = plan.plan;
  return {{"id", p.id},
          {"title", p.title()},
          {"number", text_or_null(p.number)},
          {"date", p.date ? Json(p.date->iso()) : Json()},
          {"issuer", p.issuer},
          {"issuer_name", name_of_unit(moment.world, p.issuer)},
          {"subject", p.subject},
          {"from", p.from.iso()},
          {"to", p.to.iso()},
          {"state", plan.state},
          {"issued_at", moment.world.zone.iso(plan.issued_at)},
          {"open_questions", p.questions.size() - plan.answers.size()}};
}

Response plans(const ApiTools& tools, const ApiCall& call) {
  Json answer{{"items", Json::array()}};
  auto looked = tools.desk.look(std::nullopt, [&](const Moment& moment) {
    Sight sight(moment, call.visitor);
    for (const std::string_view id : plans_in_sight(moment, sight))
      answer["items"].push_back(plan_json(moment, *moment.world.office.plan(id)));
  });
  return looked ? json_answer(answer) : unavailable(tools, call);
}

Json question_json(const Moment& moment, const PlanCase& plan, const Question& question) {
  Json answer;
  if (const auto found = plan.answers.find(question.id); found != plan.answers.end())
    answer = {{"text", found->second.text},
              {"by", found->second.by},
              {"at", moment.world.zone.iso(found->second.at)}};
  return {{"id", question.id},
          {"about", question.about},
          {"question", question.question},
          {"conflict", question.conflict},
          {"proposal", text_or_null(question.proposal)},
          {"answer", std::move(answer)}};
}

Json duty_json(const Plan& plan, const Obligation& duty) {
  return {{"id", duty.id},
          {"what", duty.what},
          {"line", duty.line},
          {"kind", name_of(duty.kind)},
          {"binding", name_of(duty.binding)},
          {"form", text_or_null(duty.form)},
          {"units", units_of(plan, duty).size()}};
}

Json one_plan(const Moment& moment, const PlanCase& plan) {
  Json answer = plan_json(moment, plan);
  answer["obligations"] = Json::array();
  for (const Obligation& duty : plan.plan.obligations)
    answer["obligations"].push_back(duty_json(plan.plan, duty));
  answer["questions"] = Json::array();
  for (const Question& question : plan.plan.questions)
    answer["questions"].push_back(question_json(moment, plan, question));
  return answer;
}

Response plan(const ApiTools& tools, const ApiCall& call) {
  Json answer;
  auto looked = tools.desk.look(std::nullopt, [&](const Moment& moment) {
    const PlanCase* found = moment.world.office.plan(call.value("plan"));
    Sight sight(moment, call.visitor);
    if (found != nullptr && plans_in_sight(moment, sight).contains(found->plan.id))
      answer = one_plan(moment, *found);
  });
  if (!looked) return unavailable(tools, call);
  return answer.is_null() ? not_hers(tools, call) : json_answer(answer);
}

Response answer_question(const ApiTools& tools, const ApiCall& call) {
  const bool as_proposed = call.body.value("proposal", false);
  const std::string text = as_proposed ? "" : nfc(call.body.value("text", ""));
  return changed_by(
      tools, call,
      ConfirmQuestion{call.value("plan"), call.value("question"), text, as_proposed, {}});
}

// --- issuing ---

/// Everything that is wrong with the file, not only what a refusal names.
std::vector<Fault> faults_of(const Moment& moment, const std::string& text, std::string& id) {
  Faults faults("body");
  if (auto file = read_plan_file(text, faults)) {
    check_plan(*file, faults);
    check_plan_ladders(file->plan, moment.world.definitions.ladders, faults);
    id = file->plan.id;
  }
  return faults.list();
}

Response issue(const ApiTools& tools, const ApiCall& call) {
  std::vector<Fault> faults;
  std::string id;
  auto looked = tools.desk.look(std::nullopt, [&](const Moment& moment) {
    faults = faults_of(moment, call.request.body, id);
  });
  if (!looked) return unavailable(tools, call);
  if (!faults.empty()) return problem(tools, call, {422, "invalid", {}, std::move(faults)});
  std::vector<std::string> codes;
  if (auto refused = carry_out(tools, call, IssuePlan{call.request.body}, 1, &codes))
    return *refused;
  return json_answer(Json{{"plan", id}, {"codes", codes}});
}

}  // namespace

void add_api_plans(std::vector<ApiRoute>& table, const ApiTools& tools) {
  table.push_back({"GET",
                   "/api/v1/plans",
                   Rule::signed_in,
                   Subject::none,
                   AccessScope::read,
                   {"listPlans", "plans", "Plans that concern a unit in sight", "PlanList"},
                   [tools](const ApiCall& call) { return plans(tools, call); },
                   false,
                   true});
  table.push_back({"GET",
                   "/api/v1/plans/{plan}",
                   Rule::signed_in,
                   Subject::none,
                   AccessScope::read,
                   {"getPlan", "plans", "A plan with its obligations and questions", "PlanDetail"},
                   [tools](const ApiCall& call) { return plan(tools, call); },
                   true,
                   true});
  table.push_back({"POST",
                   "/api/v1/plans/{plan}/questions/{question}",
                   Rule::leads,
                   Subject::plan,
                   AccessScope::act,
                   {"answerQuestion",
                    "plans",
                    "Answer a question, in words or as proposed",
                    "Changed",
                    {},
                    "QuestionAnswer"},
                   [tools](const ApiCall& call) { return answer_question(tools, call); }});
  table.push_back({"POST",
                   "/api/v1/plans",
                   Rule::administrator,
                   Subject::none,
                   AccessScope::issue,
                   {"issuePlan",
                    "plans",
                    "Put a plan into force: the body is a plan file (plan.schema.json)",
                    "Issued",
                    {},
                    "PlanFile"},
                   [tools](const ApiCall& call) { return issue(tools, call); }});
}

}  // namespace dondoc
