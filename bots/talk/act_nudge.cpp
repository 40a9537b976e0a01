#include <algorithm>
#include <iterator>
#include <set>

#include "bots/talk/act.h"
#include "bots/talk/command_words.h"
#include "bots/talk/duties.h"
#include "bots/talk/names.h"
#include "engine/limits.h"
#include "engine/notice/facts.h"

namespace dondoc::talk {
namespace {

/// One message's commands fit into one durable batch.
constexpr std::size_t k_nudged_max = limits::commands_per_batch / 2;

bool is_nearest(const Scene& scene, const Assignment& a) {
  return a.meaning == Meaning::open && scene.due_of(a).has_value();
}

void nudge_all(const Scene& scene, Turn& turn, const Duties& duties) {
  std::set<std::string> units;
  for (const Assignment* duty : duties) {
    if (turn.commands.size() >= k_nudged_max) break;
    turn.commands.emplace_back(Nudge{duty->code, ""});
    units.insert(duty->unit);
  }
  say(scene, turn, "T-38", {{"n", std::to_string(units.size())}});
}

Duties overdue_duties(const Scene& scene, const Intent& intent) {
  return led_duties(scene, [&](const Assignment& a) {
    bool named = intent.obligations.empty();
    for (const std::string& id : intent.obligations) named = named || id == a.obligation;
    return named && scene.is_overdue(a) && scene.decides_on(a);
  });
}

/// What is overdue in the unit; when nothing is, its nearest duty.
Duties duties_to_nudge(const Scene& scene, const std::string& unit) {
  Duties overdue =
      led_duties(scene, [&](const Assignment& a) { return a.unit == unit && scene.is_overdue(a); });
  if (overdue.empty()) {
    overdue = led_duties(
        scene, [&](const Assignment& a) { return a.unit == unit && is_nearest(scene, a); });
    if (overdue.size() > 1) overdue.resize(1);
  }
  return overdue;
}

void nudge_unit(const Scene& scene, Turn& turn, const std::string& unit) {
  const Duties duties = duties_to_nudge(scene, unit);
  if (duties.empty()) return say(scene, turn, "T-61", {{"dv", unit_name(scene.world, unit)}});
  nudge_all(scene, turn, duties);
}

/// "Đôn đốc Nhị Bình với Đông Thạnh".
void nudge_units(const Scene& scene, Turn& turn, const std::vector<std::string>& units) {
  Duties all;
  for (const std::string& unit : units) {
    const Duties duties = duties_to_nudge(scene, unit);
    all.insert(all.end(), duties.begin(), duties.end());
  }
  if (all.empty()) return say(scene, turn, "T-61", {{"dv", unit_name(scene.world, units.front())}});
  nudge_all(scene, turn, all);
}

void confirm_all(const Scene& scene, Turn& turn, const Intent& intent) {
  const Duties duties = overdue_duties(scene, intent);
  if (duties.empty()) return lists::overdue(scene, turn);
  if (intent.number) return nudge_all(scene, turn, duties);  // confirmed
  std::set<std::string> units;
  for (const Assignment* duty : duties) units.insert(duty->unit);
  const std::string what = words(
      scene, "T-62", {{"n", std::to_string(duties.size())}, {"k", std::to_string(units.size())}});
  say(scene, turn, "T-33", {{"tomtat", what}});
  turn.dialogue.question = OpenQuestion{Need::confirm, intent, {}};
}

/// "Tất cả", "các xã chưa nộp", "những đơn vị còn nợ báo cáo": all who are late.
bool means_all(const std::string& text) {
  static constexpr std::string_view k_general[] = {
      "tat", "ca",  "het", "qua", "han",  "cac",  "lai", "xa",  "phuong", "chua",
      "nop", "bao", "cao", "bc",  "gui",  "nhung", "con", "no", "toan",   "bo", "tre"};
  const Utterance said(text);
  for (std::size_t i = 0; i < said.size(); ++i) {
    const bool general = std::find(std::begin(k_general), std::end(k_general), said.folded(i)) !=
                         std::end(k_general);
    if (!general && !is_courtesy(said, i)) return false;
  }
  return true;
}

}  // namespace

void nudge(const Scene& scene, Turn& turn, const Intent& intent) {
  if (!scene.standing.leads()) return say(scene, turn, "T-46");
  if (!intent.unknown.empty()) return say(scene, turn, "T-03", {{"ma", intent.unknown.front()}});
  if (!intent.unit.empty()) return nudge_unit(scene, turn, intent.unit);
  if (!intent.codes.empty()) {
    Duties duties;
    for (const std::string& code : intent.codes) {
      if (const Assignment* duty = scene.duty(code)) duties.push_back(duty);
    }
    return nudge_all(scene, turn, duties);
  }
  if (means_all(intent.text)) return confirm_all(scene, turn, intent);
  if (const auto named = led_units_mentioned(scene); named.size() > 1)
    return nudge_units(scene, turn, named);
  const auto units = units_called(scene.world, intent.text, [&](const Unit& unit) {
    return !unit.external && scene.is_led(unit.id);
  });
  if (units.size() == 1) return nudge_unit(scene, turn, units.front()->id);
  if (units.size() > 1) return ask_unit(scene, turn, intent, units);
  say(scene, turn, "T-64", {{"noidung", intent.text}});
}

namespace lead {

void transfer(const Scene& scene, Turn& turn, const Intent& intent) {
  const Assignment* duty = intent.codes.empty() ? nullptr : scene.duty(intent.codes.front());
  if (duty == nullptr) return say(scene, turn, "M-17N");
  const std::string reason = duty->dispute && !duty->dispute->reason.empty() ? duty->dispute->reason
                                                                             : words(scene, "T-65");
  if (!intent.unit.empty()) {
    turn.commands.emplace_back(Transfer{duty->code, intent.unit, reason});
    return say_about(scene, turn, "T-37", *duty,
                     {{"tomtat", words(scene, "T-37F",
                                       {{"don_vi_khac", unit_name(scene.world, intent.unit)}})}});
  }
  if (intent.text.empty()) return ask(scene, turn, Need::unit, intent, "T-28", *duty);
  const auto units = units_called(scene.world, intent.text, [&](const Unit& unit) {
    return !unit.external && scene.is_led(unit.id);
  });
  if (units.size() > 1) return ask_unit(scene, turn, intent, units);
  if (units.empty()) {
    say(scene, turn, "T-64", {{"noidung", intent.text}});
    Intent waiting = intent;
    waiting.text.clear();
    turn.dialogue.question = OpenQuestion{Need::unit, std::move(waiting), {}};
    return;
  }
  Intent known = intent;
  known.unit = units.front()->id;
  transfer(scene, turn, known);
}

}  // namespace lead
}  // namespace dondoc::talk
