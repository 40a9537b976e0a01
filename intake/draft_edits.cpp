#include "intake/draft_edits.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <nlohmann/json.hpp>
#include <set>

#include "engine/codec/plan_codec.h"
#include "intake/draft/draft_json.h"

namespace dondoc {
namespace {

using intake::find_by_id;
using Json = DraftJson;

bool erase_by_id(Json& list, std::string_view id) {
  const auto before = list.size();
  list.erase(
      std::remove_if(list.begin(), list.end(), [&](const Json& one) { return one["id"] == id; }),
      list.end());
  return list.size() != before;
}

void erase_text(Json& list, std::string_view text) {
  list.erase(std::remove_if(list.begin(), list.end(), [&](const Json& one) { return one == text; }),
             list.end());
}

bool holds(const Json& list, std::string_view text) {
  return std::any_of(list.begin(), list.end(), [&](const Json& one) { return one == text; });
}

/// A part of the plan file that may be missing.
Json& part(Json& draft, const char* name) {
  if (!draft.contains(name)) draft[name] = Json::array();
  return draft[name];
}

void set_or_drop(Json& object, const char* name, const std::string& text) {
  if (text.empty()) {
    object.erase(name);
  } else {
    object[name] = text;
  }
}

// --- questions ---

/// The duty no longer is what the question is about; a question about nothing goes.
void forget_in_question(Json& question, std::string_view duty) {
  erase_text(question["about"], duty);
  if (!question["default"].is_object() || !question["default"].contains("due")) return;
  question["default"]["due"].erase(std::string(duty));
}

void forget_in_questions(Json& draft, std::string_view duty,
                         const std::function<bool(const Json&)>& chosen) {
  Json& questions = part(draft, "questions");
  for (Json& question : questions) {
    if (holds(question["about"], duty) && chosen(question)) forget_in_question(question, duty);
  }
  questions.erase(std::remove_if(questions.begin(), questions.end(),
                                 [](const Json& one) { return one["about"].empty(); }),
                  questions.end());
}

/// What a rule waits for; of several rules the first. Empty: nothing.
std::string asked_by(const Json& due) {
  if (due["type"] == "unconfirmed") return due.value("question", std::string());
  if (due["type"] != "several") return {};
  for (const Json& one : due["rules"]) {
    if (std::string question = asked_by(one); !question.empty()) return question;
  }
  return {};
}

// --- units ---

/// Every place where a unit's or a group's id stands, but the lists that declare them.
void each_reference(Json& draft, const std::function<void(Json&)>& visit) {
  visit(draft["plan"]["issuer"]);
  if (draft["plan"].contains("recipients")) {
    for (Json& one : draft["plan"]["recipients"]) {
      if (one.contains("unit")) visit(one["unit"]);
    }
  }
  if (draft["plan"].contains("budget")) {
    for (Json& item : draft["plan"]["budget"]["items"]) visit(item["unit"]);
  }
  for (Json& duty : draft["obligations"]) {
    for (Json& who : duty["who"]) visit(who);
    if (!duty.contains("to")) continue;
    for (Json& to : duty["to"]) {
      visit(to["unit"]);
      if (to.contains("through")) visit(to["through"]);
    }
  }
}

void drop_repetitions(Json& list) {
  Json once = Json::array();
  for (Json& one : list) {
    if (std::find(once.begin(), once.end(), one) == once.end()) once.push_back(std::move(one));
  }
  list = std::move(once);
}

/// Groups and units that nothing needs any more, and what only they needed.
void drop_unneeded(Json& draft) {
  std::set<std::string> needed;
  each_reference(draft, [&](Json& id) { needed.insert(id.get<std::string>()); });
  Json& groups = part(draft, "groups");
  groups.erase(std::remove_if(groups.begin(), groups.end(),
                              [&](const Json& one) { return !needed.contains(one["id"]); }),
               groups.end());
  for (const Json& group : groups) {
    for (const Json& unit : group["units"]) needed.insert(unit.get<std::string>());
  }
  if (groups.empty()) draft.erase("groups");
  Json& units = draft["units"];
  for (bool grew = true; grew;) {
    grew = false;
    for (const Json& unit : units) {
      if (needed.contains(unit["id"]) && unit["parent"].is_string())
        grew = needed.insert(unit["parent"].get<std::string>()).second || grew;
    }
  }
  units.erase(std::remove_if(units.begin(), units.end(),
                             [&](const Json& one) { return !needed.contains(one["id"]); }),
              units.end());
}

/// Nobody needs to be asked for names any more.
void settle_unit_questions(Json& draft) {
  const bool is_open =
      std::any_of(draft["units"].begin(), draft["units"].end(), [](const Json& unit) {
        return unit.value("unlisted", false) || unit.value("placeholder", false);
      });
  if (!is_open) forget_in_questions(draft, "units", [](const Json&) { return true; });
}

/// In a list of units, where groups may not stand.
void replace_in_list(Json& list, std::string_view id, const std::vector<PlanUnit>& units) {
  Json replaced = Json::array();
  for (Json& one : list) {
    if (one != id) {
      replaced.push_back(std::move(one));
      continue;
    }
    for (const PlanUnit& unit : units) replaced.push_back(unit.id);
  }
  drop_repetitions(replaced);
  list = std::move(replaced);
}

void replace_recipient(Json& duty, std::string_view id, const std::vector<PlanUnit>& units) {
  if (!duty.contains("to")) return;
  Json replaced = Json::array();
  for (Json& to : duty["to"]) {
    if (to.contains("through") && to["through"] == id) to["through"] = units.front().id;
    if (to["unit"] != id) {
      replaced.push_back(std::move(to));
      continue;
    }
    for (const PlanUnit& unit : units) {
      Json one = to;
      one["unit"] = unit.id;
      replaced.push_back(std::move(one));
    }
  }
  drop_repetitions(replaced);
  duty["to"] = std::move(replaced);
}

// --- dues ---

void each_rule(Json& due, const std::function<void(Json&)>& visit) {
  if (due["type"] != "several") return visit(due);
  for (Json& one : due["rules"]) each_rule(one, visit);
}

void each_rule_of(Json& draft, const std::function<void(Json&)>& visit) {
  for (Json& duty : draft["obligations"]) each_rule(duty["due"], visit);
  for (Json& question : part(draft, "questions")) {
    if (!question["default"].is_object() || !question["default"].contains("due")) continue;
    for (Json& due : question["default"]["due"]) each_rule(due, visit);
  }
}

// --- duties ---

Json recipients(const Json& before, const std::vector<std::string>& units) {
  Json list = Json::array();
  for (const std::string& unit : units) {
    const auto same = std::find_if(before.begin(), before.end(),
                                   [&](const Json& one) { return one["unit"] == unit; });
    list.push_back(same == before.end() ? Json{{"unit", unit}} : *same);
  }
  return list;
}

bool takes_form(Kind kind) {
  return kind == Kind::report_periodic || kind == Kind::report_once || kind == Kind::consolidate;
}

void write_duty(Json& draft, Json& duty, const DutyCorrection& correction) {
  duty["kind"] = name_of(correction.kind);
  duty["binding"] = name_of(correction.binding);
  duty["what"] = correction.what;
  duty["who"] = correction.who;
  Json to = recipients(duty.value("to", Json::array()), correction.to);
  if (to.empty()) {
    duty.erase("to");
  } else {
    duty["to"] = std::move(to);
  }
  if (correction.due) duty["due"] = intake::due_json(*correction.due, "");
  const bool has_form = draft.contains("forms") && !draft["forms"].empty();
  if (!takes_form(correction.kind)) duty.erase("form");
  if (takes_form(correction.kind) && has_form && !duty.contains("form"))
    duty["form"] = draft["forms"].front()["id"];
}

std::string free_duty_id(const Json& draft) {
  std::string prefix = "N";
  int last = 0;
  for (const Json& duty : draft["obligations"]) {
    const std::string id = duty["id"];
    const auto digits = id.find_first_of("0123456789");
    prefix = id.substr(0, digits);
    last = std::max(last, std::stoi(id.substr(digits)));
  }
  return fmt::format("{}{}", prefix, last + 1);
}

}  // namespace

Result<DraftJson> draft_json(std::string_view plan_file) {
  Faults faults("plan");
  const auto read = read_plan_file(plan_file, faults);
  if (!read || !faults.none()) {
    const Fault& first = faults.list().front();
    return failure(ErrorKind::permanent, "plan" + first.pointer + ": " + first.message);
  }
  return Json::parse(plan_file, nullptr, true, true);
}

std::string draft_text(const DraftJson& draft) {
  return draft.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

void correct_head(DraftJson& draft, const HeadCorrection& head) {
  Json& plan = draft["plan"];
  const Json from = plan["from"], to = plan["to"];
  plan["number"] = head.number.empty() ? Json(nullptr) : Json(head.number);
  plan["date"] = head.date ? Json(head.date->iso()) : Json(nullptr);
  if (head.date) plan.erase("not_before");
  set_or_drop(plan, "document_type", head.document_type);
  plan["subject"] = head.subject;
  plan["from"] = head.from.iso();
  plan["to"] = head.to.iso();
  each_rule_of(draft, [&](Json& rule) {
    if (rule["type"] != "recurring") return;
    if (rule["from"] == from) rule["from"] = head.from.iso();
    if (rule["to"] == to) rule["to"] = head.to.iso();
  });
}

bool correct_duty(DraftJson& draft, std::string_view id, const DutyCorrection& correction) {
  Json* duty = find_by_id(draft["obligations"], id);
  if (duty == nullptr) return false;
  const bool others_do_it = (*duty)["who"] != Json(correction.who);
  const std::string asked = asked_by((*duty)["due"]);
  write_duty(draft, *duty, correction);
  forget_in_questions(draft, id, [&](const Json& question) {
    const bool is_its_due = question["id"] == asked;
    return is_its_due ? correction.due.has_value() : others_do_it;
  });
  drop_unneeded(draft);
  settle_unit_questions(draft);
  return true;
}

std::string add_duty(DraftJson& draft, const DutyCorrection& correction, std::size_t line) {
  Json duty{{"id", free_duty_id(draft)}, {"line", std::to_string(line)}};
  duty["due"] = Json{{"type", "ongoing"}};
  write_duty(draft, duty, correction);
  draft["obligations"].push_back(duty);
  return duty["id"];
}

bool drop_duty(DraftJson& draft, std::string_view id) {
  if (!erase_by_id(draft["obligations"], id)) return false;
  forget_in_questions(draft, id, [](const Json&) { return true; });
  if (draft["plan"].contains("submit_together")) {
    Json& together = draft["plan"]["submit_together"];
    for (Json& list : together) erase_text(list, id);
    together.erase(std::remove_if(together.begin(), together.end(),
                                  [](const Json& list) { return list.size() < 2; }),
                   together.end());
    if (together.empty()) draft["plan"].erase("submit_together");
  }
  drop_unneeded(draft);
  settle_unit_questions(draft);
  return true;
}

bool drop_question(DraftJson& draft, std::string_view id) {
  for (const Json& duty : draft["obligations"]) {
    if (asked_by(duty["due"]) == id) return false;
  }
  return erase_by_id(part(draft, "questions"), id);
}

bool drop_target(DraftJson& draft, std::string_view id) {
  if (!draft["plan"].contains("targets")) return false;
  Json& targets = draft["plan"]["targets"];
  if (!erase_by_id(targets, id)) return false;
  if (targets.empty()) draft["plan"].erase("targets");
  for (Json& form : part(draft, "forms")) {
    for (Json& field : form["fields"]) {
      if (field.contains("target") && field["target"] == id) field.erase("target");
    }
  }
  if (draft["forms"].empty()) draft.erase("forms");
  return true;
}

bool drop_budget_item(DraftJson& draft, std::size_t place) {
  if (!draft["plan"].contains("budget")) return false;
  Json& items = draft["plan"]["budget"]["items"];
  if (place >= items.size()) return false;
  items.erase(place);
  if (items.empty()) draft["plan"].erase("budget");
  drop_unneeded(draft);
  return true;
}

void know_unit(DraftJson& draft, const PlanUnit& unit) {
  if (find_by_id(draft["units"], unit.id) != nullptr) return;
  const bool has_parent =
      !unit.parent.empty() && find_by_id(draft["units"], unit.parent) != nullptr;
  Json json{{"id", unit.id}, {"name", unit.name}, {"kind", unit.kind}};
  json["parent"] = has_parent ? Json(unit.parent) : Json(nullptr);
  if (!unit.short_name.empty()) json["short"] = unit.short_name;
  if (unit.placeholder) json["placeholder"] = true;
  if (unit.unlisted) json["unlisted"] = true;
  if (unit.external) json["external"] = true;
  draft["units"].push_back(std::move(json));
}

bool replace_unit(DraftJson& draft, std::string_view id, const std::vector<PlanUnit>& units) {
  Json* group = find_by_id(part(draft, "groups"), id);
  Json* known = find_by_id(draft["units"], id);
  if (group == nullptr && known == nullptr) return false;
  const std::string name = (group == nullptr ? *known : *group)["name"];
  const std::string old(id);
  erase_by_id(draft["units"], old);
  for (const PlanUnit& unit : units) know_unit(draft, unit);
  for (Json& one : draft["groups"]) replace_in_list(one["units"], old, units);
  for (Json& unit : draft["units"]) {
    if (unit["parent"] == old) unit["parent"] = units.front().id;
  }
  for (Json& duty : draft["obligations"]) replace_recipient(duty, old, units);
  const bool is_one = units.size() == 1;
  if (is_one) {
    erase_by_id(draft["groups"], old);
  } else if (Json* kept = find_by_id(draft["groups"], old)) {
    (*kept)["units"] = Json::array();
    for (const PlanUnit& unit : units) (*kept)["units"].push_back(unit.id);
  } else {
    Json made{{"id", old}, {"name", name}, {"units", Json::array()}, {"stated_count", nullptr}};
    for (const PlanUnit& unit : units) made["units"].push_back(unit.id);
    draft["groups"].push_back(std::move(made));
  }
  for (Json& duty : draft["obligations"]) {
    if (is_one) replace_in_list(duty["who"], old, units);
  }
  const Json issuer =
      draft["plan"]["issuer"] == old ? Json(units.front().id) : draft["plan"]["issuer"];
  draft["plan"]["issuer"] = issuer;
  if (draft["plan"].contains("budget")) {
    for (Json& item : draft["plan"]["budget"]["items"]) {
      if (item["unit"] == old) item["unit"] = is_one ? Json(units.front().id) : issuer;
    }
  }
  drop_unneeded(draft);
  settle_unit_questions(draft);
  return true;
}

void relabel(DraftJson& draft, std::string_view prefix) {
  const auto duty_code = [&](const Json& code) {
    const std::string old = code;
    const auto digits = old.find_first_of("0123456789");
    const bool is_code = digits > 0 && digits != old.npos &&
                         old.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == digits;
    return is_code ? std::string(prefix) + old.substr(digits) : old;
  };
  const auto question_code = [&](const Json& code) {
    const std::string old = code;
    return std::string(prefix) + old.substr(old.find('-'));
  };
  for (Json& duty : draft["obligations"]) duty["id"] = duty_code(duty["id"]);
  for (Json& question : part(draft, "questions")) {
    question["id"] = question_code(question["id"]);
    for (Json& about : question["about"]) about = duty_code(about);
    if (!question["default"].is_object() || !question["default"].contains("due")) continue;
    Json dues = Json::object();
    for (auto& [code, due] : question["default"]["due"].items()) dues[duty_code(code)] = due;
    question["default"]["due"] = std::move(dues);
  }
  each_rule_of(draft, [&](Json& rule) {
    if (rule["type"] == "unconfirmed") rule["question"] = question_code(rule["question"]);
  });
  if (draft["plan"].contains("submit_together")) {
    for (Json& list : draft["plan"]["submit_together"]) {
      for (Json& code : list) code = duty_code(code);
    }
  }
  const std::string id = draft["plan"]["id"];
  draft["plan"]["id"] = std::string(prefix) + id.substr(std::min(id.find('-'), id.size()));
}

}  // namespace dondoc
