// Intake: a document is sent and read, its draft corrected as on the pages until every duty was
// seen, and issued. Every change says which version of the draft it was made from.
#include <nlohmann/json.hpp>

#include "web/access.h"
#include "web/api/api_table.h"
#include "web/api/draft_json.h"
#include "web/intake_deeds.h"
#include "web/typed_text.h"

namespace dondoc {
namespace {

using Json = nlohmann::ordered_json;

Response faulty(const ApiTools& tools, const ApiCall& call, DraftFault fault) {
  switch (fault) {
    case DraftFault::not_hers:
      return not_hers(tools, call);
    case DraftFault::changed:
      return problem(tools, call, {409, "draft_changed"});
    case DraftFault::ill_formed:
      return problem(tools, call, {422, "invalid",
                                   tools.page_words(call.visitor).text("intake_not_kept")});
    case DraftFault::unavailable:
      break;
  }
  return unavailable(tools, call);
}

Response faulty(const ApiTools& tools, const ApiCall& call, const IntakeFault& fault) {
  const std::string why =
      tools.page_words(call.visitor).filled(fault.word, {{"name", fault.about}});
  return problem(tools, call, {422, "invalid", why});
}

using OnDraft = std::function<Response(OpenedDraft&)>;

Response with_draft(const ApiTools& tools, const ApiCall& call, const OnDraft& handle) {
  if (tools.intake == nullptr) return not_hers(tools, call);
  auto draft = open_draft(tools.intake->drafts(), call.value("draft"), call.visitor);
  return draft ? handle(*draft) : faulty(tools, call, draft.error());
}

/// The same, of the version that the body names.
Response with_version(const ApiTools& tools, const ApiCall& call, const OnDraft& handle) {
  return with_draft(tools, call, [&](OpenedDraft& draft) {
    if (call.body.at("version") != draft.kept.version)
      return faulty(tools, call, DraftFault::changed);
    return handle(draft);
  });
}

Response version_of(const OpenedDraft& draft, const std::string& duty = {}) {
  return json_answer(Json{{"draft", draft.kept.head.id},
                          {"version", draft.kept.version},
                          {"duty", duty.empty() ? Json() : Json(duty)}});
}

Response keep(const ApiTools& tools, const ApiCall& call, OpenedDraft& draft,
              const std::string& duty = {}) {
  auto kept = keep_draft(tools.intake->drafts(), draft, tools.wall());
  return kept ? version_of(draft, duty) : faulty(tools, call, kept.error());
}

// --- all of hers, a new one, one ---

Response drafts(const ApiTools& tools, const ApiCall& call) {
  Json answer{{"items", Json::array()}};
  if (tools.intake == nullptr) return json_answer(answer);
  auto heads = drafts_in_sight(tools.intake->drafts(), call.visitor, tools.wall());
  if (!heads) return unavailable(tools, call);
  auto looked = tools.desk.look(std::nullopt, [&](const Moment& moment) {
    for (const DraftHead& one : *heads) answer["items"].push_back(draft_head_json(moment, one));
  });
  return looked ? json_answer(answer) : unavailable(tools, call);
}

Response unread(const ApiTools& tools, const ApiCall& call, const UnreadPlan& why) {
  std::string detail = tools.page_words(call.visitor).text(why.word);
  if (!why.detail.empty()) detail += " " + why.detail;
  if (why.is_passing) return problem(tools, call, {503, "unavailable", std::move(detail)});
  return problem(tools, call, {422, "document_not_read", std::move(detail)});
}

Response send_document(const ApiTools& tools, const ApiCall& call) {
  if (tools.intake == nullptr) return not_hers(tools, call);
  const UploadedFile file{"file", one_line(call.request.parameter("name")), call.request.body};
  if (file.name.empty())
    return problem(tools, call, {400, "bad_parameter", {}, {{"address", "/name", "is needed"}}});
  const auto hers = tools.intake->drafts().drafts_of(call.visitor.person);
  if (!hers) return unavailable(tools, call);
  if (hers->size() >= k_drafts_a_person) return problem(tools, call, {409, "too_many_drafts"});
  auto read = tools.intake->read(file);
  if (!read) return unread(tools, call, read.error());
  auto draft = keep_new_draft(tools.desk, tools.intake->drafts(), call.visitor, file,
                              std::move(*read), tools.wall());
  return draft ? version_of(*draft) : unavailable(tools, call);
}

Response one_draft(const ApiTools& tools, const ApiCall& call) {
  return with_draft(tools, call, [&](OpenedDraft& draft) {
    Json answer;
    auto looked = tools.desk.look(std::nullopt, [&](const Moment& moment) {
      answer = whole_draft_json(moment, draft);
    });
    return looked ? json_answer(answer) : unavailable(tools, call);
  });
}

// --- corrections ---

std::string line_in(const nlohmann::json& body, const char* name) {
  return one_line(body.value(name, ""));
}

/// What is not sent stays as it is.
Response correct_head_here(const ApiTools& tools, const ApiCall& call, OpenedDraft& draft) {
  HeadForm form = head_form(draft.plan());
  const auto take = [&](const char* name, std::string& field) {
    if (call.body.contains(name)) field = line_in(call.body, name);
  };
  take("number", form.number);
  take("date", form.date);
  take("document_type", form.document_type);
  take("subject", form.subject);
  take("from", form.from);
  take("to", form.to);
  take("issuer", form.issuer);
  const auto put = put_head(tools.desk, draft, form);
  if (!put) return unavailable(tools, call);
  if (const auto* fault = std::get_if<IntakeFault>(&*put)) return faulty(tools, call, *fault);
  return keep(tools, call, draft);
}

Response see(const ApiTools& tools, const ApiCall& call, OpenedDraft& draft) {
  const std::string code = call.body.value("duty", "");
  if (!mark_seen(draft, code, call.body.value("seen", true))) return not_hers(tools, call);
  return keep(tools, call, draft);
}

/// Names, one a line, as a form has them.
std::string lines_of(const nlohmann::json& names) {
  std::string lines;
  for (const nlohmann::json& name : names)
    lines += one_line(name.get_ref<const std::string&>()) + "\n";
  return lines;
}

void take_due(const nlohmann::json& due, DutyForm& form) {
  form.due = due.at("type");
  form.stated = line_in(due, "stated");
  form.date = due.value("date", "");
  form.from = due.value("from", "");
  form.to_day = due.value("to", "");
  form.every = due.value("every", "");
  form.before = due.value("before", false);
  const auto number = [&](const char* name) {
    return due.contains(name) ? std::to_string(due[name].get<int>()) : std::string();
  };
  form.day = number("day");
  form.month = number("month");
}

/// What is not sent stays as it is.
void take_duty(const nlohmann::json& body, DutyForm& form) {
  if (body.contains("what")) form.what = line_in(body, "what");
  form.kind = body.value("kind", form.kind);
  form.binding = body.value("binding", form.binding);
  form.who = body.value("who", form.who);
  form.to = body.value("to", form.to);
  const auto none = nlohmann::json::array();
  form.who_more = lines_of(body.value("who_names", none));
  form.to_more = lines_of(body.value("to_names", none));
  form.adds_units = body.value("new_units", false);
  form.due = "keep";
  if (body.contains("due")) take_due(body["due"], form);
  if (body.contains("line")) form.line = std::to_string(body["line"].get<int>());
}

Response put(const ApiTools& tools, const ApiCall& call, OpenedDraft& draft,
             const std::string& code, const DutyForm& form) {
  const auto put = put_duty(tools.desk, draft, code, form);
  if (!put) return unavailable(tools, call);
  if (const auto* fault = std::get_if<IntakeFault>(&*put)) return faulty(tools, call, *fault);
  return keep(tools, call, draft, std::get<std::string>(*put));
}

Response add_duty_here(const ApiTools& tools, const ApiCall& call, OpenedDraft& draft) {
  DutyForm form;
  take_duty(call.body, form);
  return put(tools, call, draft, "", form);
}

Response correct_duty_here(const ApiTools& tools, const ApiCall& call, OpenedDraft& draft) {
  const Plan plan = draft.plan();
  const Obligation* duty = plan.obligation(call.value("duty"));
  if (duty == nullptr) return not_hers(tools, call);
  DutyForm form = duty_form(*duty);
  take_duty(call.body, form);
  return put(tools, call, draft, duty->id, form);
}

Response drop_duty_here(const ApiTools& tools, const ApiCall& call, OpenedDraft& draft) {
  if (!drop_duty(draft.json(), call.value("duty"))) return not_hers(tools, call);
  return keep(tools, call, draft);
}

/// Units of the office by id, of those she leads; by name as on the page.
std::variant<std::vector<PlanUnit>, IntakeFault> units_meant(const Moment& moment,
                                                             const ApiCall& call,
                                                             const Plan& plan) {
  Led led(moment, call.visitor);
  UnitFinder finder(moment.world.office.directory, plan);
  const auto none = nlohmann::json::array();
  auto meant = units_named(lines_of(call.body.value("names", none)), finder,
                           call.body.value("new_units", false));
  auto* units = std::get_if<0>(&meant);
  if (units == nullptr) return meant;
  for (const nlohmann::json& one : call.body.value("units", none)) {
    const std::string& id = one.get_ref<const std::string&>();
    const Unit* unit = moment.world.office.directory.unit(id);
    if (unit == nullptr || unit->is_gone() || !led.leads(id))
      return IntakeFault{"intake_fault_unit", id};
    units->push_back(plan_unit(*unit));
  }
  return meant;
}

Response name_units(const ApiTools& tools, const ApiCall& call, OpenedDraft& draft) {
  const Plan plan = draft.plan();
  if (!named_in_draft(plan, call.value("unit"))) return not_hers(tools, call);
  std::variant<std::vector<PlanUnit>, IntakeFault> units;
  auto looked = tools.desk.look(
      std::nullopt, [&](const Moment& moment) { units = units_meant(moment, call, plan); });
  if (!looked) return unavailable(tools, call);
  if (const auto* fault = std::get_if<IntakeFault>(&units)) return faulty(tools, call, *fault);
  if (const auto fault = put_units(draft, call.value("unit"), std::move(std::get<0>(units))))
    return faulty(tools, call, *fault);
  return keep(tools, call, draft);
}

Response decide_here(const ApiTools& tools, const ApiCall& call, OpenedDraft& draft) {
  const std::string& id = call.value("question");
  if (draft.plan().question(id) == nullptr) return not_hers(tools, call);
  const std::string& deed = call.body["decision"].get_ref<const std::string&>();
  if (!decide_question(draft, id, deed)) return problem(tools, call, {409, "question_waits"});
  return keep(tools, call, draft);
}

Response drop_figure(const ApiTools& tools, const ApiCall& call, OpenedDraft& draft) {
  const bool is_gone =
      call.body.contains("target")
          ? drop_target(draft.json(), call.body["target"].get_ref<const std::string&>())
          : call.body.contains("budget_item") &&
                drop_budget_item(draft.json(), call.body["budget_item"].get<std::size_t>());
  return is_gone ? keep(tools, call, draft) : not_hers(tools, call);
}

// --- the end of a draft ---

Response issue(const ApiTools& tools, const ApiCall& call, OpenedDraft& draft) {
  if (unseen_duties(draft.plan(), draft.seen) > 0)
    return problem(tools, call, {409, "draft_not_seen"});
  take_free_prefix(tools.desk, draft);
  std::vector<std::string> codes;
  int number = 1;
  if (auto refused =
          carry_out(tools, call, IssuePlan{draft_text(draft.json())}, number, &codes))
    return *refused;
  for (const ConfirmQuestion& one : agreed_answers(draft))
    static_cast<void>(carry_out(tools, call, one, ++number, &codes));
  static_cast<void>(tools.intake->drafts().remove(draft.kept.head.id));
  return json_answer(Json{{"plan", draft.plan().id}, {"codes", codes}});
}

Response discard(const ApiTools& tools, const ApiCall& call, OpenedDraft& draft) {
  if (!tools.intake->drafts().remove(draft.kept.head.id)) return unavailable(tools, call);
  return version_of(draft);
}

}  // namespace

void add_api_drafts(std::vector<ApiRoute>& table, const ApiTools& tools) {
  table.push_back({"GET",
                   "/api/v1/drafts",
                   Rule::any_lead,
                   Subject::none,
                   AccessScope::read,
                   {"listDrafts", "drafts",
                    "Drafts of plans that the caller sent documents for, the latest change first",
                    "DraftList"},
                   [tools](const ApiCall& call) { return drafts(tools, call); }});
  ApiDescription sending{"sendDocument",
                         "drafts",
                         "Send a document (.docx, .pdf, .txt, .md; at most 8 MiB); it is read, "
                         "and its draft kept",
                         "DraftVersion"};
  sending.sent = "application/octet-stream";
  sending.parameters = {{"name", "Name of the file; its ending says what it is", "FileName"}};
  table.push_back({"POST", "/api/v1/drafts", Rule::any_lead, Subject::none, AccessScope::act,
                   std::move(sending),
                   [tools](const ApiCall& call) { return send_document(tools, call); }});
  table.push_back({"GET",
                   "/api/v1/drafts/{draft}",
                   Rule::any_lead,
                   Subject::none,
                   AccessScope::read,
                   {"getDraft", "drafts", "A draft with its text, plan file and questions", "Draft"},
                   [tools](const ApiCall& call) { return one_draft(tools, call); }});
  const auto add = [&](const char* deed, const char* id, const char* summary, const char* body,
                       auto handle, AccessScope scope = AccessScope::act,
                       const char* answer = "DraftVersion") {
    table.push_back(
        {"POST", std::string("/api/v1/drafts/{draft}/") + deed, Rule::any_lead, Subject::none,
         scope, {id, "drafts", summary, answer, {}, body}, [tools, handle](const ApiCall& call) {
           return with_version(tools, call,
                               [&](OpenedDraft& draft) { return handle(tools, call, draft); });
         }});
  };
  add("head", "correctDraftHead", "Correct number, date, subject, span, issuer", "DraftHeadChange",
      correct_head_here);
  add("seen", "seeDraftDuties", "Say that a duty, or all, were compared with the text",
      "DraftSeen", see);
  add("duties", "addDraftDuty", "Add a duty that the reading missed", "DraftDuty", add_duty_here);
  add("duties/{duty}", "correctDraftDuty", "Correct a duty; what is not sent stays",
      "DraftDutyChange", correct_duty_here);
  add("duties/{duty}/drop", "dropDraftDuty", "Drop a duty", "DraftBase", drop_duty_here);
  add("units/{unit}", "nameDraftUnits", "Say which units a unit or group of the draft is",
      "DraftUnits", name_units);
  add("questions/{question}", "decideDraftQuestion",
      "Agree to a proposal, leave it open, or drop the question", "DraftDecision", decide_here);
  add("figures/drop", "dropDraftFigure", "Drop a target or a line of the budget", "DraftFigure",
      drop_figure);
  add("issue", "issueDraft", "Put the plan into force, in the caller's name", "DraftBase", issue,
      AccessScope::issue, "Issued");
  add("discard", "discardDraft", "Throw the draft away", "DraftBase", discard);
}

}  // namespace dondoc
