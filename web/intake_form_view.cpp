#include "web/intake_form_view.h"

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "engine/text/vietnamese.h"
#include "web/duty_view.h"
#include "web/intake_view.h"
#include "web/people_view.h"

namespace dondoc {
namespace {

using nlohmann::json;

constexpr std::size_t k_choices_least = 3;  ///< fewer are typed as quickly

constexpr std::array<Kind, 18> k_kinds{
    {Kind::report_periodic, Kind::report_once, Kind::report_adhoc, Kind::consolidate,
     Kind::plan_issue, Kind::task_once, Kind::task_ongoing, Kind::task_count, Kind::event,
     Kind::training, Kind::club_meeting, Kind::inspection, Kind::settlement, Kind::fund_pickup,
     Kind::scoring, Kind::review, Kind::steering_check, Kind::triggered}};

json choices_of(const Plan& plan, const std::vector<std::string>& chosen, bool groups_too) {
  json list = json::array();
  const auto is_chosen = [&](const std::string& id) {
    return std::find(chosen.begin(), chosen.end(), id) != chosen.end();
  };
  if (groups_too) {
    for (const Group& group : plan.groups)
      list.push_back({{"id", group.id}, {"name", group.name}, {"chosen", is_chosen(group.id)}});
  }
  for (const PlanUnit& unit : plan.units) {
    if (!unit.placeholder || is_chosen(unit.id))
      list.push_back({{"id", unit.id}, {"name", unit.name}, {"chosen", is_chosen(unit.id)}});
  }
  return list;
}

json options(const std::vector<std::pair<std::string, std::string>>& values,
             const std::string& chosen, const PageWords& words) {
  json list = json::array();
  for (const auto& [value, word] : values)
    list.push_back(option_of(value, words.text(word), value == chosen));
  return list;
}

/// "commune|huyen-x".
std::string choice_of(const Unit& unit) { return unit.kind + "|" + unit.parent; }

std::string unit_kind_in_words(const std::string& kind, const PageWords& words) {
  const std::string word = "unit_kind_" + kind;
  return words.has(word) ? words.text(word) : kind;
}

}  // namespace

json duty_form_values(const DutyForm& form, const Plan& plan, const Obligation* before,
                      const PageWords& words) {
  json kinds = json::array();
  for (const Kind kind : k_kinds)
    kinds.push_back(option_of(std::string(name_of(kind)), kind_in_words(kind, words),
                              form.kind == name_of(kind)));
  std::vector<std::pair<std::string, std::string>> dues{{"date", "intake_due_date"},
                                                        {"window", "intake_due_window"},
                                                        {"recurring", "intake_due_recurring"},
                                                        {"trigger", "intake_due_trigger"},
                                                        {"ongoing", "intake_due_ongoing"}};
  if (before != nullptr) dues.insert(dues.begin(), {"keep", "intake_due_keep"});
  return {{"what", form.what},
          {"kinds", kinds},
          {"requested", form.binding == "requested"},
          {"who", choices_of(plan, form.who, true)},
          {"who_more", form.who_more},
          {"to", choices_of(plan, form.to, false)},
          {"to_more", form.to_more},
          {"adds", form.adds_units},
          {"dues", options(dues, form.due, words)},
          {"date", form.date},
          {"before", form.before},
          {"from", form.from},
          {"to_day", form.to_day},
          {"everies", options({{"month", "intake_every_month"},
                               {"quarter", "intake_every_quarter"},
                               {"half_year", "intake_every_half_year"},
                               {"year", "intake_every_year"}},
                              form.every, words)},
          {"day", form.day},
          {"month", form.month},
          {"stated", form.stated},
          {"line", form.line},
          {"added", before == nullptr}};
}

json unit_choices(const Moment& moment, Led& led, const PageWords& words) {
  std::map<std::string, std::pair<const Unit*, std::size_t>> choices;
  for (const auto& [id, unit] : moment.world.office.directory.units()) {
    if (unit.is_gone() || unit.parent.empty() || !led.leads(id)) continue;
    auto& [first, count] = choices[choice_of(unit)];
    first = &unit;
    ++count;
  }
  json list = json::array();
  for (const auto& [value, choice] : choices) {
    if (choice.second < k_choices_least) continue;
    list.push_back(
        {{"value", value},
         {"label", words.filled("intake_all_of",
                                {{"kind", unit_kind_in_words(choice.first->kind, words)},
                                 {"unit", name_of_unit(moment.world, choice.first->parent)},
                                 {"n", thousands(static_cast<std::int64_t>(choice.second))}})}});
  }
  return list;
}

std::vector<PlanUnit> units_of_choice(const Moment& moment, Led& led, const std::string& value) {
  std::vector<PlanUnit> units;
  for (const auto& [id, unit] : moment.world.office.directory.units()) {
    if (!unit.is_gone() && choice_of(unit) == value && led.leads(id))
      units.push_back(plan_unit(unit));
  }
  return units;
}

}  // namespace dondoc
