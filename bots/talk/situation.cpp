#include <algorithm>
#include <set>

#include "bots/talk/act.h"
#include "bots/talk/duties.h"
#include "engine/notice/digest_words.h"
#include "engine/summary/standings.h"

namespace dondoc::talk::lists {
namespace {

constexpr std::size_t k_plans_told = 3;
/// So many units are asked for one by one; for more the whole plan is gone through.
constexpr std::size_t k_few_units = 50;

std::vector<std::string> led_units(const Scene& scene) {
  std::vector<std::string> units;
  for (const auto& entry : scene.world.office.directory.units()) {
    if (scene.is_led(entry.first)) units.push_back(entry.first);
  }
  return units;
}

std::vector<std::string> codes_led(const Scene& scene, const std::string& plan,
                                   const std::vector<std::string>& units) {
  if (units.size() > k_few_units) return scene.world.cases.codes_of_plan(plan, "");
  std::vector<std::string> codes;
  for (const std::string& unit : units) {
    for (std::string& code : scene.world.cases.codes_of_unit(unit, {plan}))
      codes.push_back(std::move(code));
  }
  return codes;
}

struct Stand {
  Standings standings;
  std::int64_t units = 0;  ///< whose duties these are
};

Stand standings_of(const Scene& scene, const std::string& plan,
                   const std::vector<std::string>& units) {
  Standings s;
  std::set<std::string_view> counted;
  for (const std::string& code : codes_led(scene, plan, units)) {
    const Assignment* a = scene.duty(code);
    if (a == nullptr || !scene.is_led(a->unit)) continue;
    const std::int64_t before = s.expected;
    count(s, *a, scene.world.office.calendar, scene.world.zone, scene.today);
    if (s.expected > before) counted.insert(a->unit);
  }
  return {s, static_cast<std::int64_t>(counted.size())};
}

/// Plans with units under this lead, those issued last first.
std::vector<const PlanCase*> led_plans(const Scene& scene) {
  std::vector<const PlanCase*> plans;
  for (const auto& [id, plan] : scene.world.office.plans) {
    const auto& units = plan.plan.units;
    const bool concerns = scene.is_led(plan.plan.issuer) ||
                          std::any_of(units.begin(), units.end(),
                                      [&](const PlanUnit& unit) { return scene.is_led(unit.id); });
    if (concerns) plans.push_back(&plan);
  }
  std::stable_sort(plans.begin(), plans.end(), [](const PlanCase* a, const PlanCase* b) {
    return a->issued_at > b->issued_at;
  });
  return plans;
}

/// The period whose reports are coming in: the last one in which anybody handed in, else the first.
std::string current_period(const Scene& scene, const PlanCase& plan, Tally& tally) {
  const auto& tallies = scene.world.office.tallies;
  const std::string prefix = tally_key(plan.plan.id, "");
  std::string period;
  for (auto it = tallies.lower_bound(prefix); it != tallies.end() && it->first.starts_with(prefix);
       ++it) {
    if (it->second.expected == 0 || (!period.empty() && it->second.handed_in == 0)) continue;
    period = it->first.substr(prefix.size());
    tally = it->second;
  }
  return period;
}

/// A period without a record gets its draft; what a lead has written or approved is left alone.
void tell_summary(const Scene& scene, Turn& turn, const PlanCase& plan, const std::string& period,
                  const Tally& tally) {
  const auto record = plan.summaries.find(period);
  const bool settled =
      record != plan.summaries.end() && record->second.standing != SummaryStanding::drafted;
  if (record == plan.summaries.end())
    turn.commands.emplace_back(DraftSummary{plan.plan.id, period, {}});
  say(scene, turn, settled ? "T-71" : "M-35",
      {{"kh", plan.plan.title()},
       {"tomtat", period},
       {"n", std::to_string(tally.expected)},
       {"da_gui", std::to_string(tally.handed_in)},
       {"link", words(scene, "T-70")}});
}

}  // namespace

void situation(const Scene& scene, Turn& turn) {
  if (!scene.standing.leads()) return say(scene, turn, "T-46");
  std::size_t told = 0;
  const auto units = led_units(scene);
  for (const PlanCase* plan : led_plans(scene)) {
    const Stand stand = standings_of(scene, plan->plan.id, units);
    if (stand.standings.expected == 0) continue;
    if (told++ == k_plans_told) break;
    say(scene, turn, "M-36",
        standings_in_words(scene.world, *plan, stand.standings, stand.units, scene.now));
  }
  if (told == 0) say(scene, turn, "T-69");
}

void summary(const Scene& scene, Turn& turn) {
  if (!scene.standing.leads()) return say(scene, turn, "T-46");
  std::size_t told = 0;
  for (const PlanCase* plan : led_plans(scene)) {
    Tally tally;
    if (!scene.is_led(plan->plan.issuer)) continue;
    const std::string period = current_period(scene, *plan, tally);
    if (period.empty()) continue;
    if (told++ == k_plans_told) break;
    tell_summary(scene, turn, *plan, period, tally);
  }
  if (told == 0) say(scene, turn, "T-69");
}

}  // namespace dondoc::talk::lists
