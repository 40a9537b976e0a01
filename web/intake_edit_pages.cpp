// A draft corrected: its head, its duties, the units it names, its questions and figures.
#include <nlohmann/json.hpp>

#include "web/intake_deeds.h"
#include "web/intake_form_view.h"
#include "web/intake_page.h"
#include "web/people_view.h"

namespace dondoc {
namespace {

using nlohmann::json;

std::string fault_in_words(const IntakeFault& fault, const PageWords& words) {
  return words.filled(fault.word, {{"name", fault.about}});
}

/// Form, notice and what every page of a draft has.
Response form_page(const PageTools& tools, const PageCall& call, const OpenedDraft& draft,
                   const char* name, const char* title, json values) {
  const bool is_faulty = values.contains("notice");
  values["draft"] = draft.href();
  values["file"] = draft.kept.head.file;
  values["version"] = std::to_string(draft.kept.version);
  return page(tools.kit, call, name, title, std::move(values), is_faulty ? 400 : 200);
}

// --- the head ---

Response head_page(const PageTools& tools, const PageCall& call, const OpenedDraft& draft,
                   const HeadForm& form, const IntakeFault* fault) {
  json values{{"number", form.number},   {"date", form.date}, {"document_type", form.document_type},
              {"subject", form.subject}, {"from", form.from}, {"to", form.to},
              {"issuer", form.issuer}};
  auto looked = tools.desk.look(std::nullopt, [&](const Moment& moment) {
    Led led(moment, call.visitor);
    values["led"] = led_units(moment, led, "");
  });
  if (!looked) return plain_page(tools.kit, call, 503, "say_unavailable");
  if (fault != nullptr) values["notice"] = fault_in_words(*fault, tools.kit.words(call.visitor));
  return form_page(tools, call, draft, "intake_head", "intake_head", std::move(values));
}

Response correct_head_here(const PageTools& tools, const PageCall& call, OpenedDraft& draft) {
  const HeadForm form = head_form(call.request);
  const auto put = put_head(tools.desk, draft, form);
  if (!put) return plain_page(tools.kit, call, 503, "say_unavailable");
  if (const auto* fault = std::get_if<IntakeFault>(&*put))
    return head_page(tools, call, draft, form, fault);
  return kept_page(tools, call, draft, "");
}

// --- duties ---

/// The duty of the path; null: "new", one to be added. None: there is no such duty.
std::optional<const Obligation*> duty_of_path(const PageCall& call, const Plan& plan) {
  if (call.value("duty") == "new") return nullptr;
  const Obligation* duty = plan.obligation(call.value("duty"));
  return duty == nullptr ? std::nullopt : std::optional(duty);
}

Response duty_page(const PageTools& tools, const PageCall& call, const OpenedDraft& draft,
                   const Plan& plan, const Obligation* duty, const DutyForm& form,
                   const IntakeFault* fault) {
  const PageWords& words = tools.kit.words(call.visitor);
  json values = duty_form_values(form, plan, duty, words);
  values["code"] = duty == nullptr ? "new" : duty->id;
  values["was"] = duty == nullptr ? "" : duty->due.stated;
  if (fault != nullptr) values["notice"] = fault_in_words(*fault, words);
  return form_page(tools, call, draft, "intake_duty",
                   duty == nullptr ? "intake_duty_add" : "intake_duty", std::move(values));
}

Response show_duty(const PageTools& tools, const PageCall& call, const OpenedDraft& draft) {
  const Plan plan = draft.plan();
  const auto duty = duty_of_path(call, plan);
  if (!duty) return plain_page(tools.kit, call, 404, "say_no_page");
  DutyForm form;
  if (*duty != nullptr) form = duty_form(**duty);
  return duty_page(tools, call, draft, plan, *duty, form, nullptr);
}

Response save_duty(const PageTools& tools, const PageCall& call, OpenedDraft& draft) {
  const Plan plan = draft.plan();
  const auto duty = duty_of_path(call, plan);
  if (!duty) return plain_page(tools.kit, call, 404, "say_no_page");
  const DutyForm form = duty_form(call.request);
  const auto put = put_duty(tools.desk, draft, *duty == nullptr ? "" : (*duty)->id, form);
  if (!put) return plain_page(tools.kit, call, 503, "say_unavailable");
  if (const auto* fault = std::get_if<IntakeFault>(&*put))
    return duty_page(tools, call, draft, plan, *duty, form, fault);
  return kept_page(tools, call, draft, "#i" + std::get<std::string>(*put));
}

Response drop_duty_here(const PageTools& tools, const PageCall& call, OpenedDraft& draft) {
  if (!drop_duty(draft.json(), call.value("duty")))
    return plain_page(tools.kit, call, 404, "say_no_page");
  return kept_page(tools, call, draft, "#duties");
}

// --- units ---

Response unit_page(const PageTools& tools, const PageCall& call, const OpenedDraft& draft,
                   const IntakeFault* fault) {
  const Plan plan = draft.plan();
  const std::string id = call.value("unit");
  const auto name = named_in_draft(plan, id);
  if (!name) return plain_page(tools.kit, call, 404, "say_no_page");
  const PageWords& words = tools.kit.words(call.visitor);
  json values{{"name", *name},
              {"unit", id},
              {"names", call.request.parameter("names")},
              {"adds", call.request.parameter("adds") == "1"}};
  json members = json::array();
  for (const Group& group : plan.groups) {
    if (group.id != id) continue;
    for (const std::string& unit : group.units)
      members.push_back({{"name", named_in_draft(plan, unit).value_or(unit)}});
  }
  values["members"] = members;
  values["has_members"] = !members.empty();
  auto looked = tools.desk.look(std::nullopt, [&](const Moment& moment) {
    Led led(moment, call.visitor);
    values["choices"] = unit_choices(moment, led, words);
  });
  if (!looked) return plain_page(tools.kit, call, 503, "say_unavailable");
  values["has_choices"] = !values["choices"].empty();
  if (fault != nullptr) values["notice"] = fault_in_words(*fault, words);
  return form_page(tools, call, draft, "intake_unit", "intake_unit", std::move(values));
}

std::variant<std::vector<PlanUnit>, IntakeFault> chosen_units(const Moment& moment,
                                                              const PageCall& call,
                                                              const Plan& plan) {
  if (const std::string choice = call.request.parameter("choice"); !choice.empty()) {
    Led led(moment, call.visitor);
    auto units = units_of_choice(moment, led, choice);
    if (units.empty()) return IntakeFault{"intake_fault_units"};
    return units;
  }
  UnitFinder finder(moment.world.office.directory, plan);
  return units_named(call.request.parameter("names"), finder,
                     call.request.parameter("adds") == "1");
}

Response name_units(const PageTools& tools, const PageCall& call, OpenedDraft& draft) {
  const Plan plan = draft.plan();
  const std::string id = call.value("unit");
  if (!named_in_draft(plan, id)) return plain_page(tools.kit, call, 404, "say_no_page");
  std::variant<std::vector<PlanUnit>, IntakeFault> units;
  auto looked = tools.desk.look(
      std::nullopt, [&](const Moment& moment) { units = chosen_units(moment, call, plan); });
  if (!looked) return plain_page(tools.kit, call, 503, "say_unavailable");
  std::optional<IntakeFault> fault;
  if (const auto* wrong = std::get_if<IntakeFault>(&units)) {
    fault = *wrong;
  } else {
    fault = put_units(draft, id, std::move(std::get<0>(units)));
  }
  if (fault) return unit_page(tools, call, draft, &*fault);
  return kept_page(tools, call, draft, "#units");
}

// --- questions and figures ---

Response answer_here(const PageTools& tools, const PageCall& call, OpenedDraft& draft) {
  const std::string id = call.value("question");
  if (draft.plan().question(id) == nullptr)
    return plain_page(tools.kit, call, 404, "say_no_page");
  if (!decide_question(draft, id, call.request.parameter("do")))
    return draft_page(tools, call, draft,
                      tools.kit.words(call.visitor).text("intake_question_waits"), 409);
  return kept_page(tools, call, draft, "#questions");
}

Response drop_figure(const PageTools& tools, const PageCall& call, OpenedDraft& draft) {
  const std::string target = call.request.parameter("target");
  const std::string place = call.request.parameter("money");
  bool is_gone = false;
  if (!target.empty()) {
    is_gone = drop_target(draft.json(), target);
  } else if (!place.empty() && place.size() < 6 &&
             place.find_first_not_of("0123456789") == place.npos) {
    is_gone = drop_budget_item(draft.json(), static_cast<std::size_t>(std::stoul(place)));
  }
  if (!is_gone)
    return draft_page(tools, call, draft, tools.kit.words(call.visitor).text("intake_changed"),
                      409);
  return kept_page(tools, call, draft, "#figures");
}

}  // namespace

void add_intake_edit_pages(std::vector<PageRoute>& table, const PageTools& tools) {
  const auto add = [&](const char* method, const std::string& pattern, const auto& handle) {
    table.push_back({method, "/intake/{draft}" + pattern, Rule::any_lead, Subject::none,
                     [tools, handle](const PageCall& call) {
                       return with_draft(tools, call, [&](OpenedDraft& draft) {
                         return handle(tools, call, draft);
                       });
                     }});
  };
  add("GET", "/head", [](const PageTools& t, const PageCall& call, OpenedDraft& draft) {
    return head_page(t, call, draft, head_form(draft.plan()), nullptr);
  });
  add("POST", "/head", correct_head_here);
  add("GET", "/duties/{duty}", show_duty);
  add("POST", "/duties/{duty}", save_duty);
  add("POST", "/duties/{duty}/drop", drop_duty_here);
  add("GET", "/units/{unit}", [](const PageTools& t, const PageCall& call, OpenedDraft& draft) {
    return unit_page(t, call, draft, nullptr);
  });
  add("POST", "/units/{unit}", name_units);
  add("POST", "/questions/{question}", answer_here);
  add("POST", "/figures", drop_figure);
}

}  // namespace dondoc
