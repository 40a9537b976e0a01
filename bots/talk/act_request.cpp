#include "bots/talk/act.h"
#include "bots/talk/duties.h"
#include "bots/talk/names.h"
#include "bots/talk/read_request.h"

namespace dondoc::talk::request {
namespace {

bool is_open(const Assignment& a) { return a.meaning == Meaning::open; }

Duties open_duties(const Scene& scene) { return dated_first(scene, own_duties(scene, is_open)); }

/// Any date well ahead: only who, whether and from which state is of interest.
RequestExtension probe_of(const Scene& scene, const Assignment& duty) {
  const auto due = scene.due_of(duty);
  const LocalDate base = due && due->later() > scene.today ? due->later() : scene.today;
  return {duty.code, base + CalendarDays{7}, "…"};
}

void list_persons(const Scene& scene, Turn& turn, Intent intent,
                  const std::vector<const Person*>& persons) {
  std::vector<std::string> options;
  std::string lines;
  for (const Person* person : persons) {
    if (options.size() == k_listed) break;
    options.push_back(person->id);
    lines += (lines.empty() ? "" : "\n") + std::to_string(options.size()) + ". " + person->name;
  }
  ask_choice(scene, turn, Need::person, std::move(intent), std::move(options), "T-54", lines);
}

/// "chị Hoa vì đi học": a name, and perhaps a reason behind it.
void hand_over_to(const Scene& scene, Turn& turn, Intent intent, const Assignment& duty) {
  const NameAndReason said = split_at_reason(Utterance(intent.text));
  const auto persons = persons_called(scene.world, duty.unit, said.name);
  intent.codes = {duty.code};
  intent.text = said.reason;
  if (persons.size() == 1) {
    turn.commands.emplace_back(HandOver{duty.code, persons.front()->id, said.reason});
  } else if (persons.empty()) {
    say_about(scene, turn, "T-55", duty, {{"noidung", said.name}});
    intent.text.clear();
    turn.dialogue.question = OpenQuestion{Need::person, std::move(intent), {}};
  } else {
    list_persons(scene, turn, std::move(intent), persons);
  }
}

}  // namespace

void extension(const Scene& scene, Turn& turn, const Intent& intent) {
  auto code = the_duty(scene, turn, intent, [&] { return open_duties(scene); });
  if (!code) return;
  const Assignment* duty = scene.duty(*code);
  if (duty == nullptr || is_refused(scene, turn, probe_of(scene, *duty))) return;
  const auto until = wanted_date(scene, intent, *duty);
  if (!until) return ask(scene, turn, Need::date, intent, "T-20", *duty);
  Intent complete = intent;
  complete.until = until;
  if (complete.text.empty())
    return ask(scene, turn, Need::text, std::move(complete), "T-21", *duty);
  turn.commands.emplace_back(RequestExtension{*code, *until, complete.text});
}

void blocked(const Scene& scene, Turn& turn, const Intent& intent) {
  auto code = the_duty(scene, turn, intent, [&] { return open_duties(scene); });
  if (!code) return;
  const Assignment* duty = scene.duty(*code);
  if (duty == nullptr || is_refused(scene, turn, ReportBlocked{*code, "…"})) return;
  if (intent.text.empty()) return ask(scene, turn, Need::text, intent, "T-22", *duty);
  turn.commands.emplace_back(ReportBlocked{*code, intent.text});
}

void not_mine(const Scene& scene, Turn& turn, const Intent& intent) {
  auto code = the_duty(scene, turn, intent, [&] { return open_duties(scene); });
  if (!code) return;
  const Assignment* duty = scene.duty(*code);
  if (duty == nullptr || is_refused(scene, turn, DisputeDuty{*code, "…"})) return;
  if (intent.text.empty()) return ask(scene, turn, Need::text, intent, "T-24", *duty);
  turn.commands.emplace_back(DisputeDuty{*code, intent.text});
}

void hand_over(const Scene& scene, Turn& turn, const Intent& intent) {
  auto code = the_duty(scene, turn, intent, [&] { return open_duties(scene); });
  if (!code) return;
  const Assignment* duty = scene.duty(*code);
  if (duty == nullptr) return;
  if (!intent.person.empty()) {
    turn.commands.emplace_back(HandOver{*code, intent.person, intent.text});
    return;
  }
  const bool is_handler = duty->handler == scene.person.id;
  if (!is_handler && is_refused(scene, turn, HandOver{*code, scene.person.id, ""})) return;
  if (intent.text.empty()) return ask(scene, turn, Need::person, intent, "T-23", *duty);
  hand_over_to(scene, turn, intent, *duty);
}

}  // namespace dondoc::talk::request
