// Units that change: which changes there were and will be, a form for a new one, what it would
// move, and the word that makes it so. Whoever decides must lead every unit it touches; the engine
// judges.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "engine/command/reorganise.h"
#include "web/change_preview.h"
#include "web/duty_view.h"
#include "web/page_table.h"

namespace dondoc {
namespace {

using nlohmann::json;

std::string href_of(const std::string& id) { return "/changes/" + percent_encoded(id); }

json lines_of(const std::vector<std::string>& lines) {
  json list = json::array();
  for (const std::string& line : lines) list.push_back({{"text", line}});
  return list;
}

/// The newest first.
std::vector<const ReorganisationCase*> known_changes(const Moment& moment, const Visitor& visitor) {
  Sight sight(moment, visitor);
  std::vector<const ReorganisationCase*> known;
  for (const auto& [id, one] : moment.world.office.reorganisations) {
    if (sees_change(moment, sight, one.reorganisation)) known.push_back(&one);
  }
  std::stable_sort(known.begin(), known.end(),
                   [](const ReorganisationCase* x, const ReorganisationCase* y) {
                     return x->reorganisation.on > y->reorganisation.on;
                   });
  return known;
}

json row_of(const Moment& moment, const ReorganisationCase& one, const PageWords& words) {
  return {{"href", href_of(one.reorganisation.id)},
          {"day", one.reorganisation.on.vi()},
          {"lines", lines_of(change_in_words(moment, one.reorganisation, words))},
          {"basis", one.reorganisation.basis},
          {"standing", standing_in_words(one, words)}};
}

Response list_page(const PageTools& tools, const PageCall& call) {
  json values{{"changes", json::array()}};
  auto looked = tools.desk.look(std::nullopt, [&](const Moment& moment) {
    const PageWords& words = tools.kit.words(call.visitor);
    for (const ReorganisationCase* one : known_changes(moment, call.visitor))
      values["changes"].push_back(row_of(moment, *one, words));
    values["acts"] = act_links(words, std::nullopt);
  });
  if (!looked) return plain_page(tools.kit, call, 503, "say_unavailable");
  values["may_change"] = call.visitor.leads_any;
  values["has_changes"] = !values["changes"].empty();
  return page(tools.kit, call, "changes", "changes_title", std::move(values));
}

Response form_page(const PageTools& tools, const PageCall& call, const std::string& notice,
                   int status) {
  json values;
  auto looked = tools.desk.look(std::nullopt, [&](const Moment& moment) {
    values =
        form_values(moment, call.visitor, change_form(call.request), tools.kit.words(call.visitor));
  });
  if (!looked) return plain_page(tools.kit, call, 503, "say_unavailable");
  values["notice"] = notice;
  return page(tools.kit, call, "change_new", "change_new_title", std::move(values), status);
}

// --- what it would move ---

json hidden_fields(const ChangeForm& form) {
  json list = json::array();
  for (const auto& [name, value] : fields_of(form))
    list.push_back({{"name", name}, {"value", value}});
  return list;
}

/// Why the form comes to nothing; empty: `values` are those of the preview.
std::string preview_of_form(const Moment& moment, const PageCall& call, const PageWords& words,
                            json& values) {
  const ChangeForm form = change_form(call.request);
  const auto meant = reorganisation_of(form, moment.world.office);
  if (const auto* fault = std::get_if<FormFault>(&meant)) return words.text(fault->word);
  const auto& r = std::get<Reorganisation>(meant);
  if (std::string why = preview_of(moment, call, r, words, values); !why.empty()) return why;
  values["fields"] = hidden_fields(form);
  if (form.act == UnitAct::split) add_choices(values["effects"], moment, r, form, words);
  return {};
}

Response preview_page(const PageTools& tools, const PageCall& call) {
  json values;
  std::string why;
  auto looked = tools.desk.look(std::nullopt, [&](const Moment& moment) {
    why = preview_of_form(moment, call, tools.kit.words(call.visitor), values);
  });
  if (!looked) return plain_page(tools.kit, call, 503, "say_unavailable");
  if (!why.empty()) return form_page(tools, call, why, 409);
  return page(tools.kit, call, "change_preview", "change_preview_title", std::move(values));
}

Response carry_out(const PageTools& tools, const PageCall& call) {
  std::variant<Reorganisation, FormFault> meant;
  auto looked = tools.desk.look(std::nullopt, [&](const Moment& moment) {
    meant = reorganisation_of(change_form(call.request), moment.world.office);
  });
  if (!looked) return plain_page(tools.kit, call, 503, "say_unavailable");
  if (const auto* fault = std::get_if<FormFault>(&meant))
    return form_page(tools, call, tools.kit.words(call.visitor).text(fault->word), 409);
  const auto& r = std::get<Reorganisation>(meant);
  auto answer = tools.desk.carry_out(command_of(call, ChangeUnits{r}));
  if (!answer) return plain_page(tools.kit, call, 503, "say_unavailable");
  if (answer->kind == AnswerKind::refused)
    return form_page(tools, call, why_refused(tools, call, answer->refusal), 409);
  return go_to(href_of(r.id) + "?done=1");
}

// --- one change ---

json effects_now(const Moment& moment, const ReorganisationCase& one, const PageWords& words) {
  if (one.standing == ReorganisationStanding::in_effect) {
    const ChangeEffects effects = handed_over(moment, one.reorganisation);
    json values = effect_values(moment, effects, words);
    values["count"] = words.filled("change_handed_over_count",
                                   {{"duties", std::to_string(effects.duties.size())}});
    return values;
  }
  if (one.standing == ReorganisationStanding::dropped) return json();
  const Decision decision = reorganise(moment.world, one.reorganisation, one.by, moment.now);
  const auto* events = std::get_if<std::vector<Event>>(&decision);
  if (events == nullptr) return json();
  return effect_values(moment, effects_of(moment.world.office.directory, *events), words);
}

json change_values(const Moment& moment, const ReorganisationCase& one, const PageCall& call,
                   const PageWords& words) {
  json values = row_of(moment, one, words);
  const bool is_planned = one.standing == ReorganisationStanding::planned;
  values["note"] = one.reorganisation.note;
  values["by"] = words.filled("change_by", {{"who", name_of_person(moment.world, one.by)},
                                            {"when", moment.world.zone.clock(one.recorded_at)}});
  values["reason"] = one.reason;
  values["effects"] = effects_now(moment, one, words);
  values["has_effects"] = !values["effects"].is_null();
  values["effects_title"] = words.text(is_planned ? "change_would" : "change_handed_over");
  values["may_drop"] = is_planned && (call.visitor.administrator || call.visitor.person == one.by);
  values["drop"] = href_of(one.reorganisation.id) + "/drop";
  return values;
}

Response change_page(const PageTools& tools, const PageCall& call, const std::string& notice,
                     int status) {
  std::optional<json> values;
  auto looked = tools.desk.look(std::nullopt, [&](const Moment& moment) {
    const auto& known = moment.world.office.reorganisations;
    const auto found = known.find(call.value("change"));
    Sight sight(moment, call.visitor);
    if (found == known.end() || !sees_change(moment, sight, found->second.reorganisation)) return;
    values = change_values(moment, found->second, call, tools.kit.words(call.visitor));
  });
  if (!looked) return plain_page(tools.kit, call, 503, "say_unavailable");
  if (!values) return plain_page(tools.kit, call, 404, "say_not_yours");
  (*values)["notice"] = notice;
  (*values)["done"] = notice.empty() && call.request.parameter("done") == "1";
  return page(tools.kit, call, "change", "change_title", std::move(*values), status);
}

Response drop_change(const PageTools& tools, const PageCall& call) {
  auto answer = tools.desk.carry_out(
      command_of(call, DropReorganisation{call.value("change"), call.request.parameter("reason")}));
  if (!answer) return plain_page(tools.kit, call, 503, "say_unavailable");
  if (answer->kind == AnswerKind::refused)
    return change_page(tools, call, why_refused(tools, call, answer->refusal), 409);
  return go_to(href_of(call.value("change")) + "?done=1");
}

}  // namespace

void add_change_pages(std::vector<PageRoute>& table, const PageTools& tools) {
  const auto add = [&](const char* method, const char* pattern, auto handler) {
    table.push_back({method, pattern, Rule::signed_in, Subject::none,
                     [tools, handler](const PageCall& call) { return handler(tools, call); }});
  };
  add("GET", "/changes", list_page);
  add("GET", "/changes/new",
      [](const PageTools& t, const PageCall& call) { return form_page(t, call, "", 200); });
  add_change_file_pages(table, tools);
  add("POST", "/changes/preview", preview_page);
  add("POST", "/changes", carry_out);
  add("GET", "/changes/{change}",
      [](const PageTools& t, const PageCall& call) { return change_page(t, call, "", 200); });
  add("POST", "/changes/{change}/drop", drop_change);
}

}  // namespace dondoc
