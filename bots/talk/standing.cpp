// How things stand, when somebody asks: who owes, who is stuck, how far a duty or a unit is. A lead
// hears of all she leads, an officer of her own unit; of anything else nobody hears.
#include <algorithm>
#include <set>

#include "bots/talk/act.h"
#include "bots/talk/duty_words.h"
#include "bots/talk/names.h"
#include "bots/talk/unit_table.h"
#include "engine/notice/facts.h"
#include "engine/summary/standings.h"

namespace dondoc::talk::lists {
namespace {

bool has(const std::vector<std::string>& list, std::string_view one) {
  return std::find(list.begin(), list.end(), one) != list.end();
}

bool may_ask_about(const Scene& scene, const std::string& unit) {
  return scene.is_led(unit) || has(scene.standing.own_units, unit);
}

bool is_owed(const Scene& scene, const Assignment& a) {
  return a.meaning == Meaning::open && a.binding == Binding::ordered && scene.due_of(a);
}

bool is_named(const Intent& intent, const Assignment& a) {
  return intent.obligations.empty() || has(intent.obligations, a.obligation);
}

UnitTable table_of_owing(const Scene& scene, std::string heading) {
  return {scene, std::move(heading), [&scene](const Assignment& duty, std::size_t number) {
            return owing_line(scene, duty, number);
          }};
}

Parameters in_words(const Standings& s) {
  auto text = [](std::int64_t n) { return std::to_string(n); };
  return {{"n", text(s.expected)},
          {"da_gui", text(s.handed_in())},
          {"tre", text(s.late)},
          {"chua_gui", text(s.owed())},
          {"qua_han", text(s.overdue)},
          {"vuong_mac", text(s.blocked)},
          {"cho_duyet", text(s.extensions)}};
}

Standings counted(const Scene& scene, const Duties& duties) {
  Standings s;
  for (const Assignment* duty : duties)
    count(s, *duty, scene.world.office.calendar, scene.world.zone, scene.today);
  return s;
}

/// The units whose duties the person may hear of.
std::vector<std::string> units_of(const Scene& scene) {
  std::vector<std::string> units;
  for (const auto& [id, unit] : scene.world.office.directory.units()) {
    if (!unit.external && may_ask_about(scene, id)) units.push_back(id);
  }
  return units;
}

std::vector<std::string> plan_ids(const Scene& scene) {
  std::vector<std::string> ids;
  for (const auto& entry : scene.world.office.plans) ids.push_back(entry.first);
  return ids;
}

Duties all_of_unit(const Scene& scene, const std::string& unit,
                   const std::vector<std::string>& plans, const Possible& possible) {
  Duties duties;
  for (const std::string& code : scene.world.cases.codes_of_unit(unit, plans)) {
    const Assignment* duty = scene.duty(code);
    if (duty != nullptr && possible(*duty)) duties.push_back(duty);
  }
  return duties;
}

std::vector<std::string> plans_with(const Scene& scene, const std::string& obligation) {
  std::vector<std::string> plans;
  for (const auto& [id, plan] : scene.world.office.plans) {
    if (plan.plan.obligation(obligation) != nullptr) plans.push_back(id);
  }
  return plans;
}

/// The period that is being reported: the first in which anybody still owes, else the last.
std::string current_period(const Duties& duties) {
  std::string last, owed;
  for (const Assignment* duty : duties) {
    if (!duty->nominal) continue;
    last = std::max(last, duty->period);
    if (duty->meaning == Meaning::open && (owed.empty() || duty->period < owed))
      owed = duty->period;
  }
  return owed.empty() ? last : owed;
}

Duties owed_of(const Scene& scene, Duties duties) {
  std::erase_if(duties, [&](const Assignment* duty) { return !is_owed(scene, *duty); });
  std::stable_sort(duties.begin(), duties.end(), [&](const Assignment* a, const Assignment* b) {
    return scene.due_of(*a)->later() < scene.due_of(*b)->later();
  });
  return duties;
}

void say_with_list(const Scene& scene, Turn& turn, std::string_view message, std::string head,
                   const std::string& list) {
  say_text(scene, turn, message, list.empty() ? std::move(head) : std::move(head) + "\n" + list,
           "");
}

void of_obligation(const Scene& scene, Turn& turn, const std::string& obligation) {
  Duties duties;
  const auto plans = plans_with(scene, obligation);
  for (const std::string& unit : units_of(scene)) {
    for (const Assignment* duty : all_of_unit(
             scene, unit, plans, [&](const Assignment& a) { return a.obligation == obligation; }))
      duties.push_back(duty);
  }
  if (duties.empty()) return say(scene, turn, "T-03", {{"ma", obligation}});
  if (duties.size() == 1) return facts::standing(scene, turn, *duties.front());
  const std::string period = current_period(duties);
  std::erase_if(duties, [&](const Assignment* duty) {
    return duty->period != period && !scene.is_overdue(*duty);
  });
  const Assignment& first = *duties.front();
  Parameters more = in_words(counted(scene, duties));
  more.emplace_back("ma", obligation);
  more.emplace_back("viec", duty_in_words(scene.world, first, 60));
  const std::string head = words_about(scene, "T-77", first, more);
  say_with_list(scene, turn, "T-77", head, table_of_owing(scene, "").text(owed_of(scene, duties)));
}

std::string lines_of(const Scene& scene, const Duties& duties) {
  std::string lines;
  std::size_t number = 0;
  for (const Assignment* duty : duties) {
    if (number == k_table_lines) break;
    if (number > 0) lines += "\n";
    lines += duty_line(scene, *duty, ++number);
  }
  if (duties.size() > number)
    lines += "\n" + words(scene, "T-49", {{"k", std::to_string(duties.size() - number)}});
  return lines;
}

void of_unit(const Scene& scene, Turn& turn, const std::string& unit) {
  const Duties duties = all_of_unit(scene, unit, plan_ids(scene), [&](const Assignment& a) {
    return a.binding == Binding::ordered && scene.due_of(a).has_value();
  });
  Parameters more = in_words(counted(scene, duties));
  more.emplace_back("dv", unit_name(scene.world, unit));
  const Duties owed = of_the_round(scene, owed_of(scene, duties));
  say_with_list(scene, turn, "T-78", words(scene, "T-78", more), lines_of(scene, owed));
}

void of_unit_called(const Scene& scene, Turn& turn, const Intent& intent) {
  if (!intent.unit.empty() && may_ask_about(scene, intent.unit))
    return of_unit(scene, turn, intent.unit);
  const auto units = units_called(scene.world, intent.text, [&](const Unit& unit) {
    return !unit.external && may_ask_about(scene, unit.id);
  });
  if (units.size() == 1) return of_unit(scene, turn, units.front()->id);
  if (units.size() > 1) return ask_unit(scene, turn, intent, units);
  if (!scene.standing.leads()) return say(scene, turn, "T-46");
  say(scene, turn, "T-64", {{"noidung", intent.text}});
}

void of_code(const Scene& scene, Turn& turn, const std::string& code) {
  const Assignment* duty = scene.duty(code);
  const bool may = duty != nullptr && (scene.is_own(*duty) || scene.is_led(duty->unit));
  if (!may) return say(scene, turn, "T-03", {{"ma", code}});
  facts::standing(scene, turn, *duty);
}

}  // namespace

void owing(const Scene& scene, Turn& turn, const Intent& intent) {
  if (!scene.standing.leads()) return my_tasks(scene, turn);
  if (!intent.unknown.empty()) return say(scene, turn, "T-03", {{"ma", intent.unknown.front()}});
  const Duties owed = of_the_round(scene, led_duties(scene, [&](const Assignment& a) {
                                     return is_named(intent, a) && is_owed(scene, a);
                                   }));
  if (owed.empty()) return say(scene, turn, "T-76");
  say_text(scene, turn, "T-75", table_of_owing(scene, "T-75").text(owed), "");
}

void stuck(const Scene& scene, Turn& turn) {
  const auto is_stuck = [](const Assignment& a) {
    return a.meaning == Meaning::open && a.block.has_value();
  };
  const Duties duties =
      scene.standing.leads() ? led_duties(scene, is_stuck) : own_duties(scene, is_stuck);
  if (duties.empty()) return say(scene, turn, "T-79N");
  std::string lines;
  std::set<std::string> left;
  std::size_t number = 0;
  for (const Assignment* duty : duties) {
    if (number == k_table_lines) {
      left.insert(duty->unit);
      continue;
    }
    lines += (number == 0 ? "" : "\n") +
             words_about(scene, "T-48", *duty,
                         {{"hang", std::to_string(number + 1)},
                          {"dv", short_unit_name(scene, duty->unit)},
                          {"tomtat", words(scene, "M-37B", {{"lydo", duty->block->reason}})}});
    ++number;
  }
  if (!left.empty()) lines += "\n" + rest_in_words(scene, left.size());
  say(scene, turn, "T-79", {{"n", std::to_string(duties.size())}, {"danh_sach", lines}});
}

void standing(const Scene& scene, Turn& turn, const Intent& intent) {
  if (!intent.unknown.empty()) return say(scene, turn, "T-03", {{"ma", intent.unknown.front()}});
  if (!intent.codes.empty()) return of_code(scene, turn, intent.codes.front());
  if (!intent.obligations.empty()) return of_obligation(scene, turn, intent.obligations.front());
  if (!intent.text.empty() || !intent.unit.empty()) return of_unit_called(scene, turn, intent);
  scene.standing.leads() ? situation(scene, turn) : my_tasks(scene, turn);
}

}  // namespace dondoc::talk::lists
