#include <algorithm>

#include "bots/talk/act.h"
#include "bots/talk/duties.h"

namespace dondoc::talk::lists {
namespace {

constexpr std::size_t k_plans_told = 3;
constexpr CalendarDays k_soon{3};

/// How one plan stands within what the person leads.
struct Standings {
  std::size_t expected = 0, on_time = 0, late = 0, in_term = 0, overdue = 0, blocked = 0,
              extensions = 0, soon = 0;
  std::size_t handed_in() const { return on_time + late; }
};

bool is_handed_in(const Assignment& a) {
  return a.meaning == Meaning::reported || a.meaning == Meaning::done;
}

void count(const Scene& scene, const Assignment& a, Standings& s) {
  const auto due = scene.due_of(a);
  if (!due || a.binding != Binding::ordered) return;
  if (is_handed_in(a)) {
    const bool late = a.completed_at && scene.world.zone.date_of(*a.completed_at) > due->later();
    ++s.expected;
    ++(late ? s.late : s.on_time);
  } else if (a.meaning == Meaning::open) {
    ++s.expected;
    ++(scene.is_overdue(a) ? s.overdue : s.in_term);
    if (a.block) ++s.blocked;
    if (a.extension_request) ++s.extensions;
    if (due->effective >= scene.today && due->effective <= scene.today + k_soon) ++s.soon;
  }
}

Standings standings_of(const Scene& scene, const std::string& plan) {
  Standings s;
  for (const std::string& code : scene.world.cases.codes_of_plan(plan, "")) {
    const Assignment* a = scene.duty(code);
    if (a != nullptr && scene.is_led(a->unit)) count(scene, *a, s);
  }
  return s;
}

Parameters parameters_of(const Scene& scene, const PlanCase& plan, const Standings& s) {
  auto text = [](std::size_t n) { return std::to_string(n); };
  return {{"kh", plan.plan.title()},       {"gio", scene.world.zone.time_of(scene.now).text()},
          {"ngay", scene.today.vi()},      {"n", text(s.expected)},
          {"da_gui", text(s.handed_in())}, {"dung_han", text(s.on_time)},
          {"tre", text(s.late)},           {"chua_gui", text(s.in_term + s.overdue)},
          {"trong_han", text(s.in_term)},  {"qua_han", text(s.overdue)},
          {"vuong_mac", text(s.blocked)},  {"cho_duyet", text(s.extensions)},
          {"sap_den", text(s.soon)}};
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
  for (const PlanCase* plan : led_plans(scene)) {
    const Standings s = standings_of(scene, plan->plan.id);
    if (s.expected == 0) continue;
    if (told++ == k_plans_told) break;
    say(scene, turn, "M-36", parameters_of(scene, *plan, s));
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
