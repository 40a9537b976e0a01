// Units that change: what was decided and what is planned, a decision tried and recorded, a planned
// one taken back. The body is a file as `dondoc admin units change` reads it.
#include <nlohmann/json.hpp>

#include "engine/codec/enum_names.h"
#include "engine/codec/reorganisation_codec.h"
#include "engine/command/reorganise.h"
#include "reports/change_effects.h"
#include "web/access.h"
#include "web/api/api_table.h"
#include "web/change_view.h"

namespace dondoc {
namespace {

using Json = nlohmann::ordered_json;

const char* name_of(UnitEffectKind kind) {
  switch (kind) {
    case UnitEffectKind::founded:
      return "founded";
    case UnitEffectKind::ended:
      return "ended";
    case UnitEffectKind::renamed:
      return "renamed";
    case UnitEffectKind::placed:
      break;
  }
  return "placed";
}

Json change_json(const ApiTools& tools, const Moment& moment, const ReorganisationCase& one,
                 const Visitor& visitor) {
  const Reorganisation& r = one.reorganisation;
  return {{"id", r.id},
          {"on", r.on.iso()},
          {"basis", r.basis},
          {"note", r.note},
          {"standing", k_names<ReorganisationStanding>[static_cast<std::size_t>(one.standing)]},
          {"by", one.by},
          {"recorded_at", moment.world.zone.iso(one.recorded_at)},
          {"reason", one.reason},
          {"lines", change_in_words(moment, r, tools.page_words(visitor))}};
}

Json effects_json(const ChangeEffects& effects) {
  Json answer{{"units", Json::array()},
              {"persons", Json::array()},
              {"duties", Json::array()},
              {"waived", Json::array()},
              {"recipients", Json::array()}};
  for (const UnitEffect& one : effects.units)
    answer["units"].push_back({{"id", one.id},
                               {"effect", name_of(one.kind)},
                               {"name", one.name},
                               {"name_before", one.name_before},
                               {"above", one.above},
                               {"above_before", one.above_before},
                               {"successors", one.successors}});
  for (const PersonEffect& one : effects.persons)
    answer["persons"].push_back({{"person", one.person}, {"from", one.from}, {"to", one.to}});
  for (const DutyEffect& one : effects.duties)
    answer["duties"].push_back(
        {{"code", one.code}, {"to_codes", one.to_codes}, {"to_units", one.to_units}});
  for (const WaivedEffect& one : effects.waived)
    answer["waived"].push_back({{"code", one.code}, {"reason", one.reason}});
  for (const RecipientEffect& one : effects.recipients)
    answer["recipients"].push_back({{"plan", one.plan}, {"from", one.from}, {"to", one.to}});
  return answer;
}

Response changes(const ApiTools& tools, const ApiCall& call) {
  Json answer{{"items", Json::array()}};
  auto looked = tools.desk.look(std::nullopt, [&](const Moment& moment) {
    Sight sight(moment, call.visitor);
    for (const auto& [id, one] : moment.world.office.reorganisations) {
      if (sees_change(moment, sight, one.reorganisation))
        answer["items"].push_back(change_json(tools, moment, one, call.visitor));
    }
  });
  return looked ? json_answer(answer) : unavailable(tools, call);
}

/// The change of the path; null when it is not in sight.
const ReorganisationCase* change_in_sight(const Moment& moment, const ApiCall& call) {
  Sight sight(moment, call.visitor);
  const auto& known = moment.world.office.reorganisations;
  const auto found = known.find(call.value("change"));
  const bool is_hers =
      found != known.end() && sees_change(moment, sight, found->second.reorganisation);
  return is_hers ? &found->second : nullptr;
}

Response one_change(const ApiTools& tools, const ApiCall& call) {
  Json answer;
  auto looked = tools.desk.look(std::nullopt, [&](const Moment& moment) {
    if (const ReorganisationCase* one = change_in_sight(moment, call))
      answer = change_json(tools, moment, *one, call.visitor);
  });
  if (!looked) return unavailable(tools, call);
  return answer.is_null() ? not_hers(tools, call) : json_answer(answer);
}

/// What the body says; every fault of form when it says nothing.
std::optional<Reorganisation> decision_of(const ApiCall& call, Faults& faults) {
  auto file = read_reorganisation_file(call.request.body, faults);
  if (file) check_reorganisation(*file, faults);
  for (std::size_t i = 0; file && i < file->open.size(); ++i)
    faults.add("/open/" + std::to_string(i), "nothing takes effect while a question is open");
  if (!file || !faults.none()) return std::nullopt;
  return std::move(file->reorganisation);
}

Response faulty(const ApiTools& tools, const ApiCall& call, const Faults& faults) {
  return problem(tools, call, {422, "invalid", {}, faults.list()});
}

Response preview(const ApiTools& tools, const ApiCall& call) {
  Faults faults("body");
  const auto meant = decision_of(call, faults);
  if (!meant) return faulty(tools, call, faults);
  std::optional<Response> answer;
  auto looked = tools.desk.look(std::nullopt, [&](const Moment& moment) {
    const Command command{call.visitor.person, "", ChangeUnits{*meant}};
    Decision effect = decide(moment.world, command, moment.now);
    if (std::holds_alternative<std::vector<Event>>(effect))
      effect = reorganise(moment.world, *meant, call.visitor.person, moment.now);
    if (const auto* refused = std::get_if<Rejected>(&effect)) {
      answer = problem(tools, call,
                       problem_of(*refused, moment.world.definitions, call.visitor.language));
      return;
    }
    answer = json_answer(effects_json(
        effects_of(moment.world.office.directory, std::get<std::vector<Event>>(effect))));
  });
  return looked ? *answer : unavailable(tools, call);
}

Response record(const ApiTools& tools, const ApiCall& call) {
  Faults faults("body");
  auto meant = decision_of(call, faults);
  if (!meant) return faulty(tools, call, faults);
  return changed_by(tools, call, ChangeUnits{std::move(*meant)});
}

Response drop(const ApiTools& tools, const ApiCall& call) {
  bool is_hers = false;
  auto looked = tools.desk.look(std::nullopt, [&](const Moment& moment) {
    is_hers = change_in_sight(moment, call) != nullptr;
  });
  if (!looked) return unavailable(tools, call);
  if (!is_hers) return not_hers(tools, call);
  return changed_by(tools, call,
                    DropReorganisation{call.value("change"), call.body.value("reason", "")});
}

}  // namespace

void add_api_changes(std::vector<ApiRoute>& table, const ApiTools& tools) {
  const auto add = [&](const char* method, const char* pattern, AccessScope scope,
                       ApiDescription description, auto handler) {
    const bool is_get = std::string_view(method) == "GET";
    table.push_back({method, pattern, Rule::signed_in, Subject::none, scope, std::move(description),
                     [tools, handler](const ApiCall& call) { return handler(tools, call); }, false,
                     is_get});
  };
  add("GET", "/api/v1/unit-changes", AccessScope::read,
      {"listUnitChanges", "units", "Changes that concern a unit in sight, planned ones too",
       "UnitChangeList"},
      changes);
  add("GET", "/api/v1/unit-changes/{change}", AccessScope::read,
      {"getUnitChange", "units", "One change of units", "UnitChange"}, one_change);
  add("POST", "/api/v1/unit-changes/preview", AccessScope::act,
      {"previewUnitChange",
       "units",
       "What a change would move; nothing is recorded",
       "UnitChangeEffects",
       {},
       "UnitChangeFile"},
      preview);
  add("POST", "/api/v1/unit-changes", AccessScope::act,
      {"recordUnitChange",
       "units",
       "Record a change: the body is a file (reorganisation.schema.json)",
       "Changed",
       {},
       "UnitChangeFile"},
      record);
  add("POST", "/api/v1/unit-changes/{change}/drop", AccessScope::act,
      {"dropUnitChange", "units", "Take a planned change back", "Changed", {}, "Reason"}, drop);
}

}  // namespace dondoc
