// Assignments: the list, one with its life and where its figures come from, and what can be decided
// about it: the same commands as on its page.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "reports/board_json.h"
#include "reports/export.h"
#include "web/access.h"
#include "web/api/api_list.h"
#include "web/api/api_table.h"
#include "web/assignment_deeds.h"
#include "web/board_choice.h"
#include "web/duty_view.h"
#include "web/file_answer.h"

namespace dondoc {
namespace {

using Json = nlohmann::ordered_json;

/// As the board writes them.
Json rows_json(const Moment& moment, const std::vector<const Judged*>& chosen) {
  const Board board{moment.at, moment.today, {}, std::nullopt, rows_at(moment, chosen)};
  return Json::parse(board_json(board, moment.world.zone))["rows"];
}

Response assignments(const ApiTools& tools, const ApiCall& call) {
  const BoardChoice choice = board_choice_at(call.request, tools.desk);
  const std::size_t limit = limit_of(call.request);
  const std::string after = call.request.parameter("cursor");
  Json answer;
  auto looked = tools.desk.look(choice.as_of, [&](const Moment& moment) {
    Sight sight(moment, call.visitor);
    const auto all = chosen(moment, sight, choice, false);  // in order of code
    auto from = std::upper_bound(
        all.begin(), all.end(), after,
        [](const std::string& code, const Judged& one) { return code < one.assignment->code; });
    std::vector<const Judged*> shown;
    for (; from != all.end() && shown.size() < limit; ++from) shown.push_back(&*from);
    answer = {{"as_of", moment.world.zone.iso(moment.at)},
              {"total", all.size()},
              {"items", rows_json(moment, shown)},
              {"next", from == all.end() ? Json() : Json(shown.back()->assignment->code)}};
  });
  return looked ? json_answer(answer) : unavailable(tools, call);
}

// --- one ---

Json value_json(const FigureValue& value) {
  return std::visit([](const auto& known) { return Json(known); }, value);
}

Json report_json(const Moment& moment, const Assignment& a, const Submission& report) {
  constexpr const char* k_outcomes[] = {"complete", "partial", "nil", "corrected"};
  const Form* form = form_of(moment.world, a);
  Json figures = Json::array();
  for (const Figure& figure : report.figures) {
    const Field* field = field_of(form, figure.field);
    figures.push_back({{"field", figure.field},
                       {"label", field == nullptr ? figure.field : field->label},
                       {"value", value_json(figure.value)},
                       {"estimate", figure.estimate}});
  }
  return {{"version", report.version},
          {"outcome", k_outcomes[static_cast<std::size_t>(report.outcome)]},
          {"at", moment.world.zone.iso(report.at)},
          {"by", report.by},
          {"by_name", name_of_person(moment.world, report.by)},
          {"via", report.via},
          {"text", report.text},
          {"figures", std::move(figures)},
          {"files", report.files},
          {"together_with", report.together_with}};
}

Json file_json(const Moment& moment, const Attachment& file) {
  return {{"number", file.number},
          {"name", file.name},
          {"kind", file.kind.empty() ? Json() : Json(file.kind)},
          {"bytes", file.bytes},
          {"sha256", file.is_kept() ? Json(file.digest) : Json()},
          {"by", file.by},
          {"at", moment.world.zone.iso(file.at)}};
}

/// What can be decided now, by the names of the addresses below.
Json deeds_json(const ApiTools& tools, const Moment& moment, const Assignment& a,
                const ApiCall& call) {
  constexpr std::pair<const char*, const char*> k_deeds[] = {
      {"nudge", "nudge"},  {"grant", "grant"},    {"grant", "refuse"},
      {"judge", "accept"}, {"judge", "return"},   {"unblock", "unblock"},
      {"settle", "keep"},  {"settle", "release"}, {"correct", "correct"}};
  Json deeds = Json::array();
  if (!lets_in(moment, Rule::leads, call.visitor, Subject::assignment, call.path)) return deeds;
  nlohmann::json values = nlohmann::json::object();
  add_deeds(values, moment, a, tools.page_words(call.visitor));
  for (const auto& [can, deed] : k_deeds) {
    if (values["can"][can].get<bool>()) deeds.push_back(deed);
  }
  return deeds;
}

Json facts_of(const ApiTools& tools, const Moment& moment, const Judged& one, const ApiCall& call) {
  const Assignment& a = *one.assignment;
  Json answer = rows_json(moment, {&one}).front();
  answer["issued_at"] = moment.world.zone.iso(a.issued_at);
  answer["handler"] = a.handler.empty() ? Json() : Json(a.handler);
  answer["deeds"] = deeds_json(tools, moment, a, call);
  answer["reports"] = Json::array();
  for (const Submission& report : a.submissions)
    answer["reports"].push_back(report_json(moment, a, report));
  answer["files"] = Json::array();
  for (const Attachment& file : a.attachments) answer["files"].push_back(file_json(moment, file));
  answer["sources"] = Json::array();
  for (const Source& source : a.sources)
    answer["sources"].push_back(
        {{"code", source.code}, {"unit", source.unit}, {"counts", source.counts}});
  answer["moved_to"] = a.moved_to;
  return answer;
}

Json lines_json(const std::vector<LifeLine>& lines, const Zone& zone) {
  Json list = Json::array();
  for (const LifeLine& line : lines)
    list.push_back({{"at", zone.iso(line.at)},
                    {"by", line.by},
                    {"text", line.text},
                    {"details", line.details}});
  return list;
}

Response assignment(const ApiTools& tools, const ApiCall& call) {
  Json answer;
  auto looked = tools.desk.look(std::nullopt, [&](const Moment& moment) {
    const Judged* one = moment.find(call.value("code"));
    if (one != nullptr) answer = facts_of(tools, moment, *one, call);
  });
  if (!looked) return unavailable(tools, call);
  if (answer.is_null()) return not_hers(tools, call);
  auto life = tools.desk.life(call.value("code"));
  if (!life) return unavailable(tools, call);
  const Zone zone = tools.desk.zone();
  answer["life"] = {{"due", life->due},
                    {"past", lines_json(life->past, zone)},
                    {"coming", lines_json(life->coming, zone)},
                    {"standing", life->standing}};
  return json_answer(answer);
}

// --- deeds ---

std::string form_value(const nlohmann::json& value) {
  return value.is_string() ? value.get<std::string>() : value.dump();
}

/// The form of the page that means the same.
Request form_of_body(const nlohmann::json& body) {
  Request form;
  for (const char* name : {"reason", "until"}) {
    if (body.contains(name)) form.query.emplace(name, body[name].get<std::string>());
  }
  if (!body.contains("figures")) return form;
  for (const auto& [field, value] : body["figures"].items())
    form.query.emplace("figure." + field, form_value(value));
  return form;
}

Response after_deed(const ApiTools& tools, const ApiCall& call,
                    const std::vector<std::string>& codes) {
  Json answer{{"codes", codes}, {"assignment", nullptr}};
  auto looked = tools.desk.look(std::nullopt, [&](const Moment& moment) {
    if (const Judged* one = moment.find(call.value("code")))
      answer["assignment"] = rows_json(moment, {one}).front();
  });
  return looked ? json_answer(answer) : unavailable(tools, call);
}

Response decide_here(const ApiTools& tools, const ApiCall& call) {
  AssignmentDeed deed;
  auto looked = tools.desk.look(std::nullopt, [&](const Moment& moment) {
    const Assignment* a = moment.world.cases.find(call.value("code"));
    if (a != nullptr)
      deed = deed_from(moment, *a, call.value("deed"), form_of_body(call.body),
                       tools.page_words(call.visitor));
  });
  if (!looked) return unavailable(tools, call);
  if (!deed.fault.empty()) return problem(tools, call, {422, "invalid", deed.fault});
  if (!deed.command) return problem(tools, call, {404, "no_route"});
  std::vector<std::string> codes;
  if (auto refused = carry_out(tools, call, std::move(*deed.command), 1, &codes)) return *refused;
  return after_deed(tools, call, codes);
}

Response proof(const ApiTools& tools, const ApiCall& call) {
  auto known = tools.desk.proof(call.value("code"));
  if (!known) return unavailable(tools, call);
  std::optional<ExportedFile> file;
  auto looked = tools.desk.look(std::nullopt, [&](const Moment& moment) {
    const Assignment* a = moment.world.cases.find(call.value("code"));
    if (a != nullptr) file = export_proof(moment.world.office, *a, *known, moment.world.zone);
  });
  if (!looked) return unavailable(tools, call);
  if (!file) return not_hers(tools, call);
  return file_answer(std::move(*file));
}

}  // namespace

void add_api_assignments(std::vector<ApiRoute>& table, const ApiTools& tools) {
  table.push_back({"GET",
                   "/api/v1/assignments",
                   Rule::signed_in,
                   Subject::none,
                   AccessScope::read,
                   {"listAssignments",
                    "assignments",
                    "Assignments in sight, in order of code",
                    "AssignmentList",
                    {},
                    {},
                    with_paging(board_parameters())},
                   [tools](const ApiCall& call) { return assignments(tools, call); },
                   true,
                   true});
  table.push_back(
      {"GET",
       "/api/v1/assignments/{code}",
       Rule::in_sight,
       Subject::assignment,
       AccessScope::read,
       {"getAssignment", "assignments",
        "One assignment: its life, its reports and whose figures they are", "AssignmentDetail"},
       [tools](const ApiCall& call) { return assignment(tools, call); },
       true,
       true});
  table.push_back({"GET",
                   "/api/v1/assignments/{code}/proof.docx",
                   Rule::leads,
                   Subject::assignment,
                   AccessScope::read,
                   {"getProof", "files", "What was sent about it, and what came back", "",
                    std::string(media_type(ExportKind::docx))},
                   [tools](const ApiCall& call) { return proof(tools, call); },
                   true});
  table.push_back({"POST",
                   "/api/v1/assignments/{code}/{deed}",
                   Rule::leads,
                   Subject::assignment,
                   AccessScope::act,
                   {"decide",
                    "assignments",
                    "Decide: nudge, grant, refuse, accept, return, unblock, keep, release, correct",
                    "DeedAnswer",
                    {},
                    "Deed"},
                   [tools](const ApiCall& call) { return decide_here(tools, call); }});
}

}  // namespace dondoc
