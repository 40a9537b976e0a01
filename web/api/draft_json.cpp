#include "web/api/draft_json.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <set>

#include "engine/check.h"
#include "engine/codec/check_plan.h"
#include "engine/codec/plan_codec.h"
#include "web/duty_view.h"
#include "web/intake_view.h"

namespace dondoc {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t k_days_shown = 24;

Json piece_json(const nlohmann::json& piece, const Plan& plan, const std::string& prefix) {
  Json codes = Json::array();
  for (const nlohmann::json& item : piece.value("i", nlohmann::json::array())) {
    if (const std::string code = code_of_item(item, plan, prefix); !code.empty())
      codes.push_back(code);
  }
  return {{"text", piece.value("t", "")},
          {"style", piece.contains("s") ? Json(piece["s"]) : Json()},
          {"codes", std::move(codes)}};
}

Json text_json(const OpenedDraft& draft, const Plan& plan) {
  const std::string prefix = prefix_of(plan);
  Json lines = Json::array();
  const auto text = nlohmann::json::parse(draft.kept.text, nullptr, false);
  if (!text.is_array()) return lines;
  for (const nlohmann::json& paragraph : text) {
    Json pieces = Json::array();
    for (const nlohmann::json& piece : paragraph) pieces.push_back(piece_json(piece, plan, prefix));
    lines.push_back({{"pieces", std::move(pieces)}});
  }
  return lines;
}

Json days_json(const DueRule& due, const Plan& plan) {
  Json days = Json::array();
  for (const Occurrence& one : occurrences(due, plan.floor())) {
    if (days.size() == k_days_shown) break;
    days.push_back(one.nominal.iso());
  }
  return days;
}

Json duty_json(const Plan& plan, const Obligation& duty, const OpenedDraft& draft,
               const ConfirmedDues& accepted) {
  const DueRule& due = due_in_force(duty, accepted);
  return {{"code", duty.id},
          {"what", duty.what},
          {"line", duty.line},
          {"seen", draft.seen.duties.contains(duty.id)},
          {"has_rule", !std::holds_alternative<UnconfirmedRule>(due.rule)},
          {"days", days_json(due, plan)}};
}

Json question_json(const Plan& plan, const Question& question, const OpenedDraft& draft) {
  return {{"id", question.id},
          {"about", question.about},
          {"question", question.question},
          {"conflict", question.conflict},
          {"proposal", question.proposal.empty() ? Json() : Json(question.proposal)},
          {"agreed", draft.seen.questions.contains(question.id)},
          {"may_drop", !is_waited_for(plan, question)}};
}

Json units_json(const Moment& moment, const Plan& plan) {
  static constexpr std::array<const char*, 4> k_standings{"known", "unlisted", "external", "new"};
  Json units = Json::array();
  for (const Group& group : plan.groups)
    units.push_back({{"id", group.id}, {"name", group.name}, {"standing", "group"}});
  for (const PlanUnit& unit : plan.units) {
    const auto standing =
        static_cast<std::size_t>(standing_of(moment.world.office.directory, unit));
    units.push_back({{"id", unit.id}, {"name", unit.name}, {"standing", k_standings[standing]}});
  }
  return units;
}

/// What issuing it would do, and what is in its way.
Json issuing_json(const OpenedDraft& draft, const PlanFile& file, const ConfirmedDues& accepted) {
  Faults faults("plan");
  check_plan(file, faults);
  Json list = Json::array();
  for (const Fault& fault : faults.list())
    list.push_back({{"pointer", fault.pointer}, {"message", fault.message}});
  const auto assignments = assignments_of(file.plan, accepted);
  std::set<std::string> units;
  for (const PlannedAssignment& one : assignments) units.insert(one.unit);
  const std::size_t unseen = unseen_duties(file.plan, draft.seen);
  const bool is_ready = unseen == 0 && list.empty() && !file.plan.obligations.empty();
  return {{"assignments", assignments.size()},
          {"units", units.size()},
          {"without_date", std::count_if(assignments.begin(), assignments.end(),
                                         [](const auto& one) { return !one.confirmed; })},
          {"unseen", unseen},
          {"faults", std::move(list)},
          {"ready", is_ready}};
}

}  // namespace

Json draft_head_json(const Moment& moment, const DraftHead& head) {
  return {{"id", head.id},
          {"file", head.file},
          {"title", head.title},
          {"by", head.person},
          {"by_name", name_of_person(moment.world, head.person)},
          {"opened", moment.world.zone.iso(head.opened)},
          {"changed", moment.world.zone.iso(head.changed)}};
}

Json whole_draft_json(const Moment& moment, const OpenedDraft& draft) {
  Faults faults("plan");
  const auto file = read_plan_file(draft_text(draft.json()), faults);
  CHECK(file.has_value());  // nothing else is kept
  const Plan& plan = file->plan;
  const ConfirmedDues accepted = accepted_dues(plan, draft.seen);
  Json whole = draft_head_json(moment, draft.kept.head);
  whole["version"] = draft.kept.version;
  whole["text"] = text_json(draft, plan);
  whole["plan"] = draft.json();
  whole["duties"] = Json::array();
  for (const Obligation& duty : plan.obligations)
    whole["duties"].push_back(duty_json(plan, duty, draft, accepted));
  whole["questions"] = Json::array();
  for (const Question& question : plan.questions)
    whole["questions"].push_back(question_json(plan, question, draft));
  whole["units"] = units_json(moment, plan);
  whole["issuing"] = issuing_json(draft, *file, accepted);
  return whole;
}

}  // namespace dondoc
