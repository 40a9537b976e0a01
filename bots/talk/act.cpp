#include "bots/talk/act.h"

#include <utility>

#include "bots/talk/duties.h"
#include "bots/talk/form.h"

namespace dondoc::talk {
namespace {

/// A lead who names a unit, or has no duties of her own, speaks of those of her units.
bool extends_others(const Scene& scene) {
  if (!scene.standing.leads()) return false;
  if (!led_units_mentioned(scene).empty()) return true;
  return own_duties(scene, [](const Assignment& a) { return a.meaning == Meaning::open; }).empty();
}

/// The same words mean different things from an officer and from a lead; the directory decides, not
/// the words.
Act act_of(const Scene& scene, const Intent& intent) {
  const Assignment* duty = intent.codes.size() == 1 ? scene.duty(intent.codes.front()) : nullptr;
  const bool decides = duty != nullptr && scene.decides_on(*duty);
  switch (intent.act) {
    case Act::extension:
      if (duty == nullptr) return extends_others(scene) ? Act::grant : Act::extension;
      return decides ? Act::grant : Act::extension;
    case Act::acknowledge:
      return decides && !scene.is_own(*duty) && duty->meaning == Meaning::reported
                 ? Act::accept
                 : Act::acknowledge;
    case Act::blocked:
      return decides && !scene.is_own(*duty) ? Act::answer_block : Act::blocked;
    case Act::hand_over:
      return decides && duty->dispute ? Act::transfer : Act::hand_over;
    case Act::grant_other:
      return Act::grant;
    case Act::approve:
      return scene.standing.leads() || !intent.codes.empty() ? Act::approve : Act::yes;
    default:
      return intent.act;
  }
}

/// A lead who asks for the report of a unit wants to see how it stands, not to write it.
void report(const Scene& scene, Turn& turn, const Intent& intent) {
  const Assignment* duty = intent.codes.size() == 1 ? scene.duty(intent.codes.front()) : nullptr;
  const bool from_above = duty != nullptr && scene.is_led(duty->unit) && !scene.is_own(*duty);
  from_above ? facts::standing(scene, turn, *duty) : officer::report(scene, turn, intent);
}

/// A lead wants to know who owes, an officer how her own report stands.
void how_it_stands(const Scene& scene, Turn& turn, const Intent& intent) {
  const bool asks_of_all = scene.standing.leads() && intent.codes.empty();
  asks_of_all ? lists::owing(scene, turn, intent) : facts::how_it_stands(scene, turn, intent);
}

/// Understood, but not surely enough to change anything.
void ask_whether(const Scene& scene, Turn& turn, Intent intent) {
  if (intent.act == Act::retract) return officer::correct(scene, turn, intent);
  static constexpr std::pair<Act, std::string_view> k_whats[] = {
      {Act::done, "T-80"},       {Act::nil, "T-80N"},     {Act::extension, "T-80X"},
      {Act::hand_over, "T-80H"}, {Act::blocked, "T-80B"}, {Act::not_mine, "T-80D"}};
  for (const auto& [act, message] : k_whats) {
    if (act != intent.act) continue;
    say(scene, turn, "T-33", {{"tomtat", words(scene, message)}});
    if (act == Act::blocked) intent.text.clear();  // as likely small talk: told again, or not kept
    turn.dialogue.question = OpenQuestion{Need::confirm, std::move(intent), {}};
    return;
  }
}

/// "Gửi" or "bỏ qua" without anything open: an old button.
void nothing_open(const Scene& scene, Turn& turn, const Intent& intent) {
  const Assignment* duty = intent.codes.size() == 1 ? scene.duty(intent.codes.front()) : nullptr;
  if (duty == nullptr) return facts::not_understood(scene, turn, intent);
  say_about(scene, turn, "T-19", *duty, {{"tomtat", state_in_words(scene, *duty)}});
}

}  // namespace

void act_on(const Scene& scene, Turn& turn, Intent intent) {
  const Act act = act_of(scene, intent);
  if (intent.act != Act::grant_other) intent.act = act;
  if (intent.unsure && !intent.number) return ask_whether(scene, turn, std::move(intent));
  switch (act) {
    case Act::my_tasks:
      return lists::my_tasks(scene, turn);
    case Act::due_date:
      return facts::due_date(scene, turn, intent);
    case Act::form_outline:
      return facts::form_outline(scene, turn, intent);
    case Act::document:
      return facts::document(scene, turn, intent);
    case Act::contact:
      return facts::contact(scene, turn, intent);
    case Act::recipient:
      return facts::recipient(scene, turn, intent);
    case Act::period:
      return facts::period(scene, turn, intent);
    case Act::late_ok:
      return facts::late_ok(scene, turn, intent);
    case Act::how_to_send:
      return facts::how_to_send(scene, turn, intent);
    case Act::how_it_stands:
      return how_it_stands(scene, turn, intent);
    case Act::attach:
      return facts::attach(scene, turn, intent);
    case Act::help:
      return say(scene, turn, scene.standing.leads() ? "T-06" : "T-05");
    case Act::acknowledge:
      return officer::acknowledge(scene, turn, intent);
    case Act::acknowledge_all:
      return officer::acknowledge_all(scene, turn);
    case Act::progress:
      return officer::progress(scene, turn, intent);
    case Act::report:
      return report(scene, turn, intent);
    case Act::figures:
      return officer::figures(scene, turn, intent);
    case Act::nil:
      return officer::nil(scene, turn, intent);
    case Act::done:
      return officer::done(scene, turn, intent);
    case Act::correct:
      return officer::correct(scene, turn, intent);
    case Act::retract:
      return officer::retract(scene, turn, intent);
    case Act::snooze:
      return officer::snooze(scene, turn, intent);
    case Act::extension:
      return request::extension(scene, turn, intent);
    case Act::blocked:
      return request::blocked(scene, turn, intent);
    case Act::not_mine:
      return request::not_mine(scene, turn, intent);
    case Act::hand_over:
      return request::hand_over(scene, turn, intent);
    case Act::situation:
      return lists::situation(scene, turn);
    case Act::overdue:
      return lists::overdue(scene, turn);
    case Act::summary:
      return lists::summary(scene, turn);
    case Act::owing:
      return lists::owing(scene, turn, intent);
    case Act::stuck:
      return lists::stuck(scene, turn);
    case Act::standing:
      return lists::standing(scene, turn, intent);
    case Act::nudge:
      return nudge(scene, turn, intent);
    case Act::approve:
      return lead::approve(scene, turn, intent);
    case Act::accept:
      return lead::accept(scene, turn, intent);
    case Act::grant:
    case Act::grant_other:
      return lead::grant(scene, turn, intent);
    case Act::refuse:
      return lead::refuse(scene, turn, intent);
    case Act::return_report:
      return lead::return_report(scene, turn, intent);
    case Act::answer_block:
      return lead::answer_block(scene, turn, intent);
    case Act::keep_duty:
      return lead::keep_duty(scene, turn, intent);
    case Act::transfer:
      return lead::transfer(scene, turn, intent);
    case Act::open_questions:
      return say(scene, turn, "T-74");
    case Act::resume:
      return resume_form(scene, turn, intent);
    case Act::stop:
      return say(scene, turn, "T-34");
    case Act::mute:
      return say(scene, turn, "T-32");
    case Act::stop_reminders:
      return account::reminders(scene, turn, true);
    case Act::keep_reminders:
      return account::reminders(scene, turn, false);
    case Act::notice:
      return account::notice(scene, turn);
    case Act::forget:
      return say(scene, turn, "H-06");
    case Act::unlink:
      return account::unlink(scene, turn);
    case Act::keep_link:
      return say(scene, turn, "H-24");
    case Act::rebind_yes:
    case Act::rebind_no:
      return account::settle_rebind(scene, turn, intent);
    case Act::yes:
    case Act::thanks:
      return say(scene, turn, "T-30");
    case Act::send:
    case Act::skip:
      return nothing_open(scene, turn, intent);
    case Act::none:
    case Act::no:
    case Act::all:
    case Act::pick:
    case Act::alone:
      return facts::not_understood(scene, turn, intent);
  }
}

}  // namespace dondoc::talk
