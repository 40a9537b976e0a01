#include "web/intake_view.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <set>

#include "engine/check.h"
#include "engine/codec/check_plan.h"
#include "engine/codec/plan_codec.h"
#include "engine/text/vietnamese.h"
#include "web/duty_view.h"

namespace dondoc {
namespace {

using nlohmann::json;

constexpr std::size_t k_days_shown = 4;
constexpr std::size_t k_names_shown = 4;
constexpr std::size_t k_faults_shown = 50;

std::string count_of(std::size_t n) { return thousands(static_cast<std::int64_t>(n)); }

std::string name_in(const Plan& plan, const std::string& id) {
  if (const PlanUnit* unit = plan.unit(id)) return unit->name;
  for (const Group& group : plan.groups) {
    if (group.id == id) return group.name;
  }
  return id;
}

std::string names_in(const Plan& plan, const std::vector<std::string>& ids,
                     const PageWords& words) {
  std::string names;
  for (std::size_t i = 0; i < ids.size() && i < k_names_shown; ++i)
    names += (i == 0 ? "" : "; ") + name_in(plan, ids[i]);
  if (ids.size() > k_names_shown)
    names += "; " + words.filled("intake_and_more", {{"n", count_of(ids.size() - k_names_shown)}});
  return names;
}

std::vector<std::string> units_of_recipients(const Obligation& duty) {
  std::vector<std::string> units;
  for (const Recipient& recipient : duty.to) units.push_back(recipient.unit);
  return units;
}

/// "d3" of "B3": items of the text and duties of the draft are numbered alike
/// (intake/draft_plan.h).
std::string digits_of(const std::string& code) {
  const auto at = code.find_first_of("0123456789");
  return at == code.npos ? std::string() : code.substr(at);
}

// --- text ---

json piece_values(const json& piece, const Plan& plan, const std::string& prefix,
                  std::set<std::string>& marked) {
  json values{{"text", piece.value("t", "")}};
  if (!piece.contains("i")) return values;
  json references = json::array();
  for (const json& item : piece["i"]) {
    const std::string code = code_of_item(item, plan, prefix);
    if (code.empty()) continue;
    marked.insert(item);
    references.push_back({{"id", item}, {"code", code}, {"place", "i" + code}});
  }
  values["clause"] = {{"style", piece.value("s", "")}, {"references", references}};
  return values;
}

json text_values(const OpenedDraft& draft, const Plan& plan, const std::string& prefix,
                 std::set<std::string>& marked) {
  json paragraphs = json::array();
  const json text = json::parse(draft.kept.text, nullptr, false);
  if (!text.is_array()) return paragraphs;
  for (const json& paragraph : text) {
    json pieces = json::array();
    for (const json& piece : paragraph) pieces.push_back(piece_values(piece, plan, prefix, marked));
    paragraphs.push_back({{"pieces", std::move(pieces)}});
  }
  return paragraphs;
}

// --- duties ---

json duty_row(const Plan& plan, const Obligation& duty, const OpenedDraft& draft,
              const ConfirmedDues& accepted, const std::set<std::string>& marked,
              const PageWords& words) {
  const DueRule& due = due_in_force(duty, accepted);
  const std::string item = "d" + digits_of(duty.id);
  return {{"code", duty.id},
          {"what", duty.what},
          {"kind", kind_in_words(duty.kind, words)},
          {"requested", duty.binding == Binding::requested},
          {"who", names_in(plan, duty.who, words)},
          {"to", names_in(plan, units_of_recipients(duty), words)},
          {"stated", duty.due.stated},
          {"days", days_in_words(due, plan, words)},
          {"waits", std::holds_alternative<UnconfirmedRule>(due.rule)},
          {"seen", draft.seen.duties.contains(duty.id)},
          {"in_text", marked.contains(item) ? item : ""},
          {"line", duty.line},
          {"href", draft.href() + "/duties/" + duty.id}};
}

json question_row(const Plan& plan, const Question& question, const OpenedDraft& draft,
                  const PageWords& words) {
  json about = json::array();
  for (const std::string& code : question.about) {
    if (const Obligation* duty = plan.obligation(code))
      about.push_back({{"code", code}, {"what", duty->what}});
  }
  std::string days;
  for (const DefaultDue& due : question.dues) {
    if (const Obligation* duty = plan.obligation(due.obligation))
      days += (days.empty() ? "" : " · ") + duty->id + ": " + days_in_words(due.due, plan, words);
  }
  return {{"id", question.id},
          {"text", question.question},
          {"conflict", question.conflict},
          {"about", about},
          {"proposal", question.proposal},
          {"days", days},
          {"accepted", draft.seen.questions.contains(question.id)},
          {"may_drop", !is_waited_for(plan, question)},
          {"action", draft.href() + "/questions/" + question.id}};
}

// --- units ---

bool is_placeholder(const Plan& plan, const std::string& id) {
  const PlanUnit* unit = plan.unit(id);
  return unit != nullptr && unit->placeholder;
}

/// How a unit or group stands to the office.
json unit_row(const Moment& moment, const OpenedDraft& draft, const PlanUnit& unit,
              const PageWords& words) {
  static constexpr std::array<const char*, 4> k_words{"intake_unit_known", "intake_unit_unlisted",
                                                      "intake_unit_external", "intake_unit_new"};
  const UnitStanding standing = standing_of(moment.world.office.directory, unit);
  return {{"name", unit.name},
          {"standing", words.text(k_words[static_cast<std::size_t>(standing)])},
          {"calls", standing == UnitStanding::unlisted},
          {"href", draft.href() + "/units/" + unit.id}};
}

json group_row(const OpenedDraft& draft, const Group& group, const Plan& plan,
               const PageWords& words) {
  const bool unnamed = std::any_of(group.units.begin(), group.units.end(),
                                   [&](const std::string& id) { return is_placeholder(plan, id); });
  return {{"name", group.name},
          {"standing", words.filled(unnamed ? "intake_group_unnamed" : "intake_group",
                                    {{"n", count_of(group.units.size())}})},
          {"calls", unnamed},
          {"href", draft.href() + "/units/" + group.id}};
}

// --- figures ---

json target_rows(const Plan& plan, const OpenedDraft& draft, const std::set<std::string>& marked) {
  json rows = json::array();
  for (const Target& target : plan.targets) {
    const std::string item = "t" + digits_of(target.id);
    rows.push_back({{"id", target.id},
                    {"what", target.what},
                    {"value", decimal(target.value) + (target.unit == "percent" ? "%" : "")},
                    {"in_text", marked.contains(item) ? item : ""},
                    {"action", draft.href() + "/figures"}});
  }
  return rows;
}

json money_rows(const OpenedDraft& draft, const Plan& plan) {
  json rows = json::array();
  const DraftJson& head = draft.json()["plan"];
  if (!head.contains("budget")) return rows;
  for (const DraftJson& item : head["budget"]["items"]) {
    rows.push_back({{"place", std::to_string(rows.size())},
                    {"what", item.value("what", "")},
                    {"unit", name_in(plan, item.value("unit", ""))},
                    {"amount", thousands(item.value("amount_vnd", std::int64_t{0}))},
                    {"action", draft.href() + "/figures"}});
  }
  return rows;
}

// --- issuing ---

json fault_rows(const PlanFile& file) {
  Faults faults("plan");
  check_plan(file, faults);
  json rows = json::array();
  for (const Fault& fault : faults.list()) {
    if (rows.size() == k_faults_shown) break;
    rows.push_back({{"pointer", fault.pointer}, {"message", fault.message}});
  }
  return rows;
}

json issuing_values(const OpenedDraft& draft, const PlanFile& file, const PageWords& words) {
  const Plan& plan = file.plan;
  const auto assignments = assignments_of(plan, accepted_dues(plan, draft.seen));
  std::set<std::string> units;
  std::size_t waiting = 0;
  for (const PlannedAssignment& one : assignments) {
    units.insert(one.unit);
    if (!one.confirmed) ++waiting;
  }
  const std::size_t unseen = unseen_duties(plan, draft.seen);
  json faults = fault_rows(file);
  return {{"sum", words.filled("intake_sum", {{"n", count_of(assignments.size())},
                                              {"units", count_of(units.size())}})},
          {"waiting",
           waiting == 0 ? "" : words.filled("intake_sum_waiting", {{"n", count_of(waiting)}})},
          {"unseen", unseen == 0 ? "" : words.filled("intake_unseen", {{"n", count_of(unseen)}})},
          {"has_faults", !faults.empty()},
          {"faults", faults},
          {"ready", unseen == 0 && faults.empty() && !plan.obligations.empty()}};
}

json head_values(const OpenedDraft& draft, const Plan& plan, const PageWords& words) {
  return {
      {"number", plan.number.empty() ? words.text("intake_none") : plan.number},
      {"date", plan.date ? plan.date->vi() : words.text("intake_none")},
      {"type", plan.document_type},
      {"subject", plan.subject},
      {"issuer", name_in(plan, plan.issuer)},
      {"span", words.filled("plan_span_text", {{"from", plan.from.vi()}, {"to", plan.to.vi()}})},
      {"href", draft.href() + "/head"}};
}

}  // namespace

const DueRule& due_in_force(const Obligation& duty, const ConfirmedDues& accepted) {
  const DueRule* due = &duty.due;
  for (const DefaultDue& one : accepted) {
    if (one.obligation == duty.id) due = &one.due;
  }
  return *due;
}

std::string code_of_item(const std::string& item, const Plan& plan, const std::string& prefix) {
  const std::string number = item.substr(1);
  if (item.starts_with("d")) {
    std::string code = prefix + number;
    return plan.obligation(code) == nullptr ? std::string() : code;
  }
  if (!item.starts_with("t")) return {};
  std::string code = "T" + number;
  const bool stays = std::any_of(plan.targets.begin(), plan.targets.end(),
                                 [&](const Target& target) { return target.id == code; });
  return stays ? code : std::string();
}

bool is_waited_for(const Plan& plan, const Question& question) {
  return std::any_of(plan.obligations.begin(), plan.obligations.end(), [&](const Obligation& duty) {
    const auto* rule = std::get_if<UnconfirmedRule>(&duty.due.rule);
    return rule != nullptr && rule->question == question.id;
  });
}

UnitStanding standing_of(const Directory& directory, const PlanUnit& unit) {
  const Unit* known = directory.unit(unit.id);
  if (known != nullptr && !known->is_gone()) return UnitStanding::known;
  if (unit.unlisted) return UnitStanding::unlisted;
  return unit.external ? UnitStanding::external : UnitStanding::fresh;
}

std::string prefix_of(const Plan& plan) {
  if (plan.obligations.empty()) return {};
  const std::string& code = plan.obligations.front().id;
  return code.substr(0, code.find_first_of("0123456789"));
}

std::string kind_in_words(Kind kind, const PageWords& words) {
  return words.text("duty_kind_" + std::string(name_of(kind)));
}

std::string days_in_words(const DueRule& due, const Plan& plan, const PageWords& words) {
  if (std::holds_alternative<UnconfirmedRule>(due.rule)) return words.text("intake_no_day");
  if (std::holds_alternative<TriggerRule>(due.rule)) return words.text("intake_on_demand");
  if (std::holds_alternative<OngoingRule>(due.rule)) return words.text("intake_ongoing");
  if (std::holds_alternative<PastRule>(due.rule)) return words.text("intake_past");
  const auto days = occurrences(due, plan.floor());
  if (days.empty()) return words.text("intake_never");
  std::string text;
  for (std::size_t i = 0; i < days.size() && i < k_days_shown; ++i)
    text += (i == 0 ? "" : ", ") + days[i].nominal.vi();
  if (days.size() > k_days_shown)
    text += words.filled("intake_days_more", {{"n", count_of(days.size())}});
  return text;
}

json unit_rows(const Moment& moment, const OpenedDraft& draft, const Plan& plan,
               const PageWords& words) {
  json rows = json::array();
  for (const Group& group : plan.groups) rows.push_back(group_row(draft, group, plan, words));
  for (const PlanUnit& unit : plan.units) {
    if (!unit.placeholder) rows.push_back(unit_row(moment, draft, unit, words));
  }
  std::stable_sort(rows.begin(), rows.end(), [](const json& one, const json& other) {
    return one["calls"].get<bool>() > other["calls"].get<bool>();
  });
  return rows;
}

json draft_values(const OpenedDraft& draft, const PageWords& words) {
  Faults faults("plan");
  const auto file = read_plan_file(draft_text(draft.json()), faults);
  CHECK(file.has_value());  // nothing else is kept
  const Plan& plan = file->plan;
  const ConfirmedDues accepted = accepted_dues(plan, draft.seen);
  const std::string prefix = prefix_of(plan);
  std::set<std::string> marked;
  json values{{"file", draft.kept.head.file},
              {"here", draft.href()},
              {"version", std::to_string(draft.kept.version)},
              {"text", text_values(draft, plan, prefix, marked)},
              {"head", head_values(draft, plan, words)},
              {"duties", json::array()},
              {"questions", json::array()},
              {"targets", target_rows(plan, draft, marked)},
              {"money", money_rows(draft, plan)},
              {"issuing", issuing_values(draft, *file, words)}};
  for (const Obligation& duty : plan.obligations)
    values["duties"].push_back(duty_row(plan, duty, draft, accepted, marked, words));
  for (const Question& question : plan.questions)
    values["questions"].push_back(question_row(plan, question, draft, words));
  for (const char* list : {"duties", "questions", "targets", "money"})
    values[std::string("has_") + list] = !values[list].empty();
  values["unseen"] = values["issuing"]["unseen"];
  return values;
}

}  // namespace dondoc
