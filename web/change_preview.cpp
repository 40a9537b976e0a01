#include "web/change_preview.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "engine/command/reorganise.h"
#include "engine/notice/facts.h"
#include "web/duty_view.h"

namespace dondoc {
namespace {

using nlohmann::json;

/// Of the parts of a form (k_form_parts), so that it can always be sent.
constexpr std::size_t k_boxes_most = 1'500;

/// The obligations of which duties go over, in order, and how many duties each has.
std::map<std::string, std::size_t> obligations_of(const Moment& moment, const UnitChange& change) {
  std::map<std::string, std::size_t> found;
  for (const std::string& unit : change.units) {
    for (const std::string& code : moment.world.cases.open_codes_of_unit(unit)) {
      if (const Assignment* a = moment.world.cases.find(code)) ++found[a->obligation];
    }
  }
  return found;
}

/// Of the plan that has it; empty when none does.
std::string what_of(const Moment& moment, const std::string& obligation) {
  for (const auto& [id, plan] : moment.world.office.plans) {
    if (const Obligation* duty = plan.plan.obligation(obligation)) return duty->what;
  }
  return {};
}

json boxes_of(const std::vector<Unit>& into, const std::vector<std::string>* chosen) {
  json boxes = json::array();
  for (std::size_t i = 0; i < into.size(); ++i) {
    const std::string place = std::to_string(i);
    boxes.push_back(
        {{"place", place},
         {"name", into[i].name},
         {"chosen", chosen == nullptr ||
                        std::find(chosen->begin(), chosen->end(), place) != chosen->end()}});
  }
  return boxes;
}

void add_shares(json& effects, const Moment& moment, const UnitChange& change,
                const ChangeForm& form, const PageWords& words) {
  effects["shares"] = json::array();
  const std::size_t most = k_boxes_most / (change.into.size() + 1);
  const auto obligations = obligations_of(moment, change);
  for (const auto& [obligation, count] : obligations) {
    if (effects["shares"].size() == most) break;
    const auto chosen = form.duties.find(obligation);
    effects["shares"].push_back(
        {{"code", obligation},
         {"what", what_of(moment, obligation)},
         {"count", words.filled("change_share_count", {{"n", std::to_string(count)}})},
         {"boxes",
          boxes_of(change.into, chosen == form.duties.end() ? nullptr : &chosen->second)}});
  }
  effects["has_shares"] = !effects["shares"].empty();
  if (obligations.size() > most)
    effects["shares_more"] =
        words.filled("change_shares_more", {{"n", std::to_string(obligations.size() - most)}});
}

}  // namespace

std::string preview_of(const Moment& moment, const PageCall& call, const Reorganisation& change,
                       const PageWords& words, json& values) {
  const Decision verdict = decide(moment.world, command_of(call, ChangeUnits{change}), moment.now);
  if (const auto* refused = std::get_if<Rejected>(&verdict))
    return in_words(moment.world.definitions, refused->why, call.visitor.language);
  const Decision effect = reorganise(moment.world, change, call.visitor.person, moment.now);
  if (const auto* refused = std::get_if<Rejected>(&effect))
    return in_words(moment.world.definitions, refused->why, call.visitor.language);
  const auto effects =
      effects_of(moment.world.office.directory, std::get<std::vector<Event>>(effect));
  json lines = json::array();
  for (const std::string& line : change_in_words(moment, change, words))
    lines.push_back({{"text", line}});
  values = {{"effects", effect_values(moment, effects, words)},
            {"lines", std::move(lines)},
            {"day", change.on.vi()},
            {"basis", change.basis},
            {"is_to_come", change.on > moment.today}};
  return {};
}

void add_choices(json& effects, const Moment& moment, const Reorganisation& change,
                 const ChangeForm& form, const PageWords& words) {
  const UnitChange& split = change.changes.front();
  for (json& one : effects["persons"]) {
    one["choices"] = json::array();
    for (std::size_t i = 0; i < split.into.size(); ++i)
      one["choices"].push_back({{"place", std::to_string(i)},
                                {"name", split.into[i].name},
                                {"chosen", one["to_id"] == split.into[i].id}});
  }
  effects["is_split"] = true;
  add_shares(effects, moment, split, form, words);
}

}  // namespace dondoc
