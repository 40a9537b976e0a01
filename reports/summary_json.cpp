#include "reports/summary_json.h"

#include <map>
#include <nlohmann/json.hpp>

#include "engine/codec/enum_names.h"
#include "reports/figure_grid.h"
#include "reports/figure_text.h"

namespace dondoc {
namespace {

using Json = nlohmann::ordered_json;

void hide(Json& figure) {
  figure["value"] = nullptr;
  figure["small"] = true;
}

/// `json` is what figures_json wrote for `total`: the same figures in the same order.
void hide_small_counts(Json& json, const Total& total) {
  if (is_small_count(total)) hide(json);
  const std::vector<bool> hidden = hidden_figures(total, SmallCounts::hidden);
  for (std::size_t i = 0; i < hidden.size(); ++i) {
    if (hidden[i]) hide(json["given"][i]);
  }
}

void hide_small_counts(Json& json, const PlanSummary& summary) {
  for (std::size_t i = 0; i < summary.obligations.size(); ++i) {
    const auto& totals = summary.obligations[i].totals;
    for (std::size_t k = 0; k < totals.size(); ++k)
      hide_small_counts(json["obligations"][i]["totals"][k], totals[k]);
  }
}

/// Every unit that occurs, with its name.
Json names_in(const SummaryInput& input) {
  std::map<std::string, std::string> names;
  auto add = [&](const std::string& unit) { names.try_emplace(unit, unit_name_of(input, unit)); };
  for (const ObligationSummary& one : input.summary.obligations) {
    for (const std::string& unit : one.missing) add(unit);
    for (const std::string& unit : one.late_units) add(unit);
    for (const auto& [unit, reason] : one.difficulties) add(unit);
    for (const Total& total : one.totals) {
      for (const Provenance& given : total.given) add(given.unit);
    }
  }
  return names;
}

void add_record(Json& json, const SummaryRecord* record) {
  json["standing"] = nullptr;
  json["version"] = nullptr;
  json["text"] = "";
  if (record == nullptr) return;
  json["standing"] =
      std::string(k_names<SummaryStanding>[static_cast<std::size_t>(record->standing)]);
  json["version"] = record->version;
  json["text"] = record->text;
}

}  // namespace

std::string summary_json(const SummaryInput& input) {
  Json json = Json::parse(figures_json(input.summary));
  hide_small_counts(json, input.summary);
  json["title"] = input.plan.title();
  json["period_text"] = period_text(input.summary.period);
  add_record(json, input.record);
  json["units"] = names_in(input);
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace dondoc
