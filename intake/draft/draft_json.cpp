#include "intake/draft/draft_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "engine/codec/enum_names.h"

namespace dondoc::intake {
namespace {

using Json = nlohmann::ordered_json;

void put_roll(Json& json, Roll roll) {
  if (roll != Roll::next_workday) json["roll"] = k_names<Roll>[static_cast<std::size_t>(roll)];
}

struct RuleWriter {
  const std::string& stated;
  const std::string& question;

  Json operator()(const DateRule& rule) const {
    Json json{{"type", "date"}, {"date", rule.printed.iso()}, {"inclusive", rule.inclusive}};
    if (rule.from) json["from"] = rule.from->iso();
    if (!rule.period.empty()) json["period"] = rule.period;
    put_roll(json, rule.roll);
    if (rule.cutoff) json["cutoff"] = rule.cutoff->iso();
    json["stated"] = stated;
    return json;
  }
  Json operator()(const WindowRule& rule) const {
    Json json{{"type", "window"}, {"from", rule.from.iso()}, {"to", rule.to.iso()}};
    if (!rule.period.empty()) json["period"] = rule.period;
    json["stated"] = stated;
    return json;
  }
  Json operator()(const RecurringRule& rule) const {
    Json json{{"type", "recurring"},
              {"every", k_names<Every>[static_cast<std::size_t>(rule.every)]}};
    if (rule.interval > 1) json["interval"] = rule.interval;
    json["day"] = rule.day;
    if (rule.month) json["month"] = *rule.month;
    json["inclusive"] = rule.inclusive;
    json["from"] = rule.from.iso();
    json["to"] = rule.to.iso();
    put_roll(json, rule.roll);
    if (rule.cutoff_before) json["cutoff_days_before"] = rule.cutoff_before->count;
    json["stated"] = stated;
    return json;
  }
  Json operator()(const TriggerRule& rule) const {
    Json json{{"type", "trigger"}, {"when", rule.when}};
    if (rule.within) json["within_working_days"] = rule.within->count;
    json["stated"] = stated;
    return json;
  }
  Json operator()(const OngoingRule& rule) const {
    Json json{{"type", "ongoing"}};
    if (rule.from) json["from"] = rule.from->iso();
    if (rule.to) json["to"] = rule.to->iso();
    json["stated"] = stated;
    return json;
  }
  Json operator()(const PastRule&) const { return {{"type", "past"}, {"stated", stated}}; }
  Json operator()(const UnconfirmedRule&) const {
    return {{"type", "unconfirmed"}, {"stated", stated}, {"question", question}};
  }
  Json operator()(const SeveralRule& several) const {
    Json rules = Json::array();
    for (const DueRule& rule : several.rules) rules.push_back(due_json(rule, question));
    return {{"type", "several"}, {"rules", std::move(rules)}, {"stated", stated}};
  }
};

}  // namespace

const Json* find_by_id(const Json& list, std::string_view id) {
  const auto found =
      std::find_if(list.begin(), list.end(), [&](const Json& one) { return one["id"] == id; });
  return found == list.end() ? nullptr : &*found;
}

Json* find_by_id(Json& list, std::string_view id) {
  return const_cast<Json*>(find_by_id(std::as_const(list), id));
}

Json due_json(const DueRule& due, const std::string& question) {
  return std::visit(RuleWriter{due.stated, question}, due.rule);
}

Json units_json(const UnitBook& book) {
  Json list = Json::array();
  for (const DraftUnit& unit : book.units()) {
    Json json{{"id", unit.id}, {"name", unit.name}, {"kind", unit.kind}};
    json["parent"] = unit.parent.empty() ? Json(nullptr) : Json(unit.parent);
    if (unit.placeholder) json["placeholder"] = true;
    if (unit.unlisted) json["unlisted"] = true;
    if (unit.external) json["external"] = true;
    if (unit.line > 0) json["line"] = std::to_string(unit.line);
    list.push_back(std::move(json));
  }
  return list;
}

Json groups_json(const UnitBook& book) {
  Json list = Json::array();
  for (const DraftGroup& group : book.groups()) {
    Json json{{"id", group.id}, {"name", group.name}, {"units", group.units}};
    json["stated_count"] = group.stated_count > 0 ? Json(group.stated_count) : Json(nullptr);
    if (group.line > 0) json["line"] = std::to_string(group.line);
    list.push_back(std::move(json));
  }
  return list;
}

}  // namespace dondoc::intake
