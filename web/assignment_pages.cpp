// One assignment: how it stands and why, its reports and files, what can be decided about it. What
// is decided here is the same command as in the chat, in the visitor's name.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "web/access.h"
#include "web/assignment_deeds.h"
#include "web/duty_view.h"
#include "web/lifecycle_view.h"
#include "web/page_table.h"

namespace dondoc {
namespace {

using nlohmann::json;

std::string href_of(const std::string& code) { return "/assignments/" + percent_encoded(code); }

json figure_values(const Moment& moment, const Assignment& a, const Submission& submission,
                   const PageWords& words) {
  const Form* form = form_of(moment.world, a);
  json list = json::array();
  for (const Figure& figure : submission.figures) {
    const Field* field = field_of(form, figure.field);
    list.push_back({{"name", field == nullptr ? figure.field : field->label},
                    {"value", figure_in_words(field, figure.value, words)},
                    {"estimate", figure.estimate ? words.text("assignment_estimate") : ""}});
  }
  return list;
}

json report_values(const Moment& moment, const Assignment& a, const PageWords& words) {
  json list = json::array();
  for (auto it = a.submissions.rbegin(); it != a.submissions.rend(); ++it) {
    const std::string by = words.filled(
        "assignment_by",
        {{"who", name_of_person(moment.world, it->by)}, {"when", moment.world.zone.clock(it->at)}});
    list.push_back(
        {{"version", words.filled("assignment_version", {{"n", std::to_string(it->version)}})},
         {"by", by},
         {"text", it->text},
         {"figures", figure_values(moment, a, *it, words)},
         {"has_figures", !it->figures.empty()}});
  }
  return list;
}

json file_values(const Moment& moment, const Assignment& a, const PageWords& words) {
  json list = json::array();
  for (const Attachment& file : a.attachments) {
    const std::string name = file.name.empty() ? std::to_string(file.number) : file.name;
    if (!file.is_kept()) {
      list.push_back({{"text", words.filled("assignment_file_waiting", {{"name", name}})}});
      continue;
    }
    list.push_back({{"name", name},
                    {"href", href_of(a.code) + "/files/" + std::to_string(file.number)},
                    {"text", words.filled("assignment_file_kept",
                                          {{"size", std::to_string((file.bytes + 1023) / 1024)},
                                           {"who", name_of_person(moment.world, file.by)},
                                           {"when", moment.world.zone.clock(file.at)}})}});
  }
  return list;
}

json life_lines(const std::vector<LifeLine>& lines, const Zone& zone) {
  json list = json::array();
  for (const LifeLine& line : lines)
    list.push_back({{"at", zone.clock(line.at)},
                    {"iso", zone.iso(line.at)},
                    {"by", line.by},
                    {"text", line.text},
                    {"details", line.details}});
  return list;
}

void add_life(json& values, const LifeView& life, const Zone& zone) {
  values["due_how"] = life.due;
  values["past"] = life_lines(life.past, zone);
  values["coming"] = life_lines(life.coming, zone);
  values["has_coming"] = !life.coming.empty();
  values["standing_note"] = life.standing;
}

json facts_of(const Moment& moment, const Judged& one, const PageCall& call,
              const PageWords& words) {
  const Assignment& a = *one.assignment;
  const BoardRow row = rows_at(moment, {&one}).front();
  const PlanCase* plan = moment.world.office.plan(a.plan);
  const ChartState* state = moment.world.definitions.assignment_chart.state(a.state);
  const bool english = call.visitor.language == "en";
  return {{"code", a.code},
          {"what", row.what},
          {"unit", name_of_unit(moment.world, a.unit)},
          {"unit_href", "/units/" + percent_encoded(a.unit)},
          {"plan", plan == nullptr ? a.plan : plan->plan.title()},
          {"plan_href", "/plans/" + percent_encoded(a.plan)},
          {"period", period_in_words(a.period, words)},
          {"due", due_in_words(row, words)},
          {"standing", standing_in_words(row, words)},
          {"tone", tone_of(row)},
          {"notes", notes_in_words(row, words)},
          {"state", state == nullptr ? a.state
                    : english        ? state->label_en
                                     : state->label_vi},
          {"states", lifecycle_values(moment.world.definitions.assignment_chart, a.state,
                                      call.visitor.language)}};
}

/// Whether there is anything that could be decided.
bool is_any(const json& can) {
  return std::any_of(can.begin(), can.end(), [](const json& one) { return one.get<bool>(); });
}

Response assignment_page(const PageTools& tools, const PageCall& call, const std::string& notice,
                         int status) {
  const PageWords& words = tools.kit.words(call.visitor);
  json values;
  bool known = false;
  auto looked = tools.desk.look(std::nullopt, [&](const Moment& moment) {
    const Judged* one = moment.find(call.value("code"));
    if (one == nullptr) return;
    known = true;
    values = facts_of(moment, *one, call, words);
    values["reports"] = report_values(moment, *one->assignment, words);
    values["has_reports"] = !one->assignment->submissions.empty();
    values["files"] = file_values(moment, *one->assignment, words);
    values["has_files"] = !one->assignment->attachments.empty();
    add_deeds(values, moment, *one->assignment, words);
    const bool is_lead = lets_in(moment, Rule::leads, call.visitor, Subject::assignment, call.path);
    values["may_decide"] = is_any(values["can"]) && is_lead;
    values["proof"] = is_lead ? href_of(call.value("code")) + "/proof.docx" : "";
  });
  if (!looked) return plain_page(tools.kit, call, 503, "say_unavailable");
  if (!known) return plain_page(tools.kit, call, 404, "say_not_yours");
  auto life = tools.desk.life(call.value("code"));
  if (!life) return plain_page(tools.kit, call, 503, "say_unavailable");
  add_life(values, *life, tools.desk.zone());
  values["notice"] = notice;
  values["done"] = notice.empty() && call.request.parameter("done") == "1";
  values["action"] = href_of(call.value("code"));
  return page(tools.kit, call, "assignment", "assignment_title", std::move(values), status);
}

Response decide_here(const PageTools& tools, const PageCall& call) {
  const std::string& code = call.value("code");
  AssignmentDeed deed;
  auto looked = tools.desk.look(std::nullopt, [&](const Moment& moment) {
    const Assignment* a = moment.world.cases.find(code);
    if (a != nullptr)
      deed = deed_from(moment, *a, call.value("deed"), call.request, tools.kit.words(call.visitor));
  });
  if (!looked) return plain_page(tools.kit, call, 503, "say_unavailable");
  if (!deed.fault.empty()) return assignment_page(tools, call, deed.fault, 400);
  if (!deed.command) return plain_page(tools.kit, call, 404, "say_no_page");
  auto answer = tools.desk.carry_out(command_of(call, std::move(*deed.command)));
  if (!answer) return plain_page(tools.kit, call, 503, "say_unavailable");
  if (answer->kind == AnswerKind::refused)
    return assignment_page(tools, call, why_refused(tools, call, answer->refusal), 409);
  return go_to(href_of(code) + "?done=1");
}

}  // namespace

void add_assignment_pages(std::vector<PageRoute>& table, const PageTools& tools) {
  table.push_back({"GET", "/assignments/{code}", Rule::in_sight, Subject::assignment,
                   [tools](const PageCall& call) { return assignment_page(tools, call, "", 200); },
                   true});
  table.push_back({"POST", "/assignments/{code}/{deed}", Rule::leads, Subject::assignment,
                   [tools](const PageCall& call) { return decide_here(tools, call); }});
}

}  // namespace dondoc
