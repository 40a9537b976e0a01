// Plans: the list, and one plan with its lifecycle, its deadlines and the questions that wait for
// an answer. Who issued it answers; the answer is the same command as in the chat.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "engine/text/vietnamese.h"
#include "web/board_choice.h"
#include "web/duty_view.h"
#include "web/lifecycle_view.h"
#include "web/page_table.h"
#include "web/plan_progress.h"
#include "web/plan_timeline.h"

namespace dondoc {
namespace {

using nlohmann::json;

constexpr std::size_t k_marks = 60;  ///< deadlines shown

std::string label_of(const Chart& chart, const std::string& state, const Visitor& visitor) {
  const ChartState* found = chart.state(state);
  if (found == nullptr) return state;
  return visitor.language == "en" ? found->label_en : found->label_vi;
}

std::string plan_href(const std::string& id) { return "/plans/" + percent_encoded(id); }

std::size_t open_questions(const PlanCase& plan) {
  return static_cast<std::size_t>(
      std::count_if(plan.plan.questions.begin(), plan.plan.questions.end(),
                    [&](const Question& question) { return !plan.answers.contains(question.id); }));
}

json card_of(const Moment& moment, const PlanCase& plan, const Visitor& visitor,
             const PageWords& words) {
  const std::size_t open = open_questions(plan);
  const std::string span =
      words.filled("plan_span_text", {{"from", plan.plan.from.vi()}, {"to", plan.plan.to.vi()}});
  return {{"title", plan.plan.title()},
          {"href", plan_href(plan.plan.id)},
          {"subject", plan.plan.subject},
          {"issuer", name_of_unit(moment.world, plan.plan.issuer)},
          {"state", label_of(moment.world.definitions.plan_chart, plan.state, visitor)},
          {"span", span},
          {"questions",
           open == 0 ? "" : words.filled("plan_open_questions", {{"n", std::to_string(open)}})}};
}

Response plans(const PageTools& tools, const PageCall& call) {
  json values{{"plans", json::array()},
              {"may_intake", tools.intake != nullptr && call.visitor.leads_any}};
  auto looked = tools.desk.look(std::nullopt, [&](const Moment& moment) {
    Sight sight(moment, call.visitor);
    const auto seen = plans_in_sight(moment, sight);
    for (const auto& [id, plan] : moment.world.office.plans) {
      if (seen.contains(id))
        values["plans"].push_back(
            card_of(moment, plan, call.visitor, tools.kit.words(call.visitor)));
    }
  });
  if (!looked) return plain_page(tools.kit, call, 503, "say_unavailable");
  return page(tools.kit, call, "plans", "plans_title", std::move(values));
}

// --- one plan ---

json progress_values(const Moment& moment, Sight& sight, const PlanCase& plan) {
  json list = json::array();
  for (const PlanProgress& one : progress_of(moment, sight, plan.plan.id, k_marks))
    list.push_back({{"day", one.day.vi()},
                    {"at", one.day.iso()},
                    {"due", std::to_string(one.due)},
                    {"handed_in", one.is_past ? std::to_string(one.handed_in) : ""}});
  return list;
}

/// "B13, B18"; "plan" and "units" in words.
std::string about_in_words(const Question& question, const PageWords& words) {
  std::string about;
  for (const std::string& id : question.about) {
    const char* word = id == "plan"    ? "plan_about_plan"
                       : id == "units" ? "plan_about_units"
                                       : nullptr;
    about += (about.empty() ? "" : ", ") + (word == nullptr ? id : words.text(word));
  }
  return about;
}

json question_values(const PlanCase& plan, const Question& question, const PageWords& words) {
  return {{"id", question.id},
          {"about", about_in_words(question, words)},
          {"text", question.question},
          {"conflict", question.conflict},
          {"proposal", question.proposal},
          {"action", plan_href(plan.plan.id) + "/questions/" + percent_encoded(question.id)}};
}

json answered_values(const Moment& moment, const PlanCase& plan, const Question& question,
                     const PageWords& words) {
  const QuestionAnswer& answer = plan.answers.at(question.id);
  return {{"id", question.id},
          {"text", question.question},
          {"answer", answer.text},
          {"by", words.filled("plan_answered_by", {{"who", name_of_person(moment.world, answer.by)},
                                                   {"when", moment.world.zone.clock(answer.at)}})}};
}

json duty_list(const PlanCase& plan) {
  json list = json::array();
  for (const Obligation& duty : plan.plan.obligations) {
    BoardChoice choice;
    choice.plan = plan.plan.id;
    choice.duty = duty.id;
    list.push_back({{"id", duty.id},
                    {"what", duty.what},
                    {"line", duty.line},
                    {"units", std::to_string(units_of(plan.plan, duty).size())},
                    {"href", address_of("/duties", choice)}});
  }
  return list;
}

json plan_values(const Moment& moment, const PlanCase& plan, const PageCall& call,
                 const PageWords& words) {
  Sight sight(moment, call.visitor);
  json values = card_of(moment, plan, call.visitor, words);
  values["plan_title"] = plan.plan.title();
  values["states"] =
      lifecycle_values(moment.world.definitions.plan_chart, plan.state, call.visitor.language);
  BoardChoice choice;
  choice.plan = plan.plan.id;
  values["board"] = address_of("/board", choice);
  values["timeline"] =
      timeline_values(timeline_of(moment, sight, plan, k_marks), plan.plan.id, words);
  values["today"] = moment.today.iso();
  values["has_timeline"] = !values["timeline"].empty();
  values["progress"] = progress_values(moment, sight, plan);
  values["has_progress"] = values["progress"].size() > 1;
  values["open"] = json::array();
  values["answered"] = json::array();
  for (const Question& question : plan.plan.questions) {
    if (plan.answers.contains(question.id)) {
      values["answered"].push_back(answered_values(moment, plan, question, words));
    } else {
      values["open"].push_back(question_values(plan, question, words));
    }
  }
  values["has_open"] = !values["open"].empty();
  values["has_answered"] = !values["answered"].empty();
  values["may_answer"] =
      lets_in(moment, Rule::leads, call.visitor, Subject::plan, {{"plan", plan.plan.id}});
  if (values["may_answer"].get<bool>()) values["summary"] = plan_href(plan.plan.id) + "/summary";
  values["duties"] = duty_list(plan);
  return values;
}

Response plan_page(const PageTools& tools, const PageCall& call, const std::string& notice,
                   int status) {
  json values;
  bool known = false;
  auto looked = tools.desk.look(std::nullopt, [&](const Moment& moment) {
    const PlanCase* plan = moment.world.office.plan(call.value("plan"));
    Sight sight(moment, call.visitor);
    if (plan == nullptr || !plans_in_sight(moment, sight).contains(plan->plan.id)) return;
    known = true;
    values = plan_values(moment, *plan, call, tools.kit.words(call.visitor));
  });
  if (!looked) return plain_page(tools.kit, call, 503, "say_unavailable");
  if (!known) return plain_page(tools.kit, call, 404, "say_not_yours");
  values["notice"] = notice;
  return page(tools.kit, call, "plan", "nav_plans", std::move(values), status);
}

Response answer_question(const PageTools& tools, const PageCall& call) {
  const bool as_proposed = call.request.parameter("proposal") == "1";
  const std::string text = as_proposed ? "" : nfc(call.request.parameter("text"));
  auto answer = tools.desk.carry_out(command_of(
      call, ConfirmQuestion{call.value("plan"), call.value("question"), text, as_proposed, {}}));
  if (!answer) return plain_page(tools.kit, call, 503, "say_unavailable");
  if (answer->kind == AnswerKind::refused)
    return plan_page(tools, call, why_refused(tools, call, answer->refusal), 409);
  return go_to(plan_href(call.value("plan")) + "#questions");
}

}  // namespace

void add_plan_pages(std::vector<PageRoute>& table, const PageTools& tools) {
  table.push_back({"GET", "/plans", Rule::signed_in, Subject::none,
                   [tools](const PageCall& call) { return plans(tools, call); }});
  table.push_back({"GET", "/plans/{plan}", Rule::signed_in, Subject::none,
                   [tools](const PageCall& call) { return plan_page(tools, call, "", 200); },
                   true});
  table.push_back({"POST", "/plans/{plan}/questions/{question}", Rule::leads, Subject::plan,
                   [tools](const PageCall& call) { return answer_question(tools, call); }});
}

}  // namespace dondoc
