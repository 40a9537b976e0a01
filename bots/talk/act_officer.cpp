#include "bots/talk/act.h"
#include "bots/talk/duties.h"
#include "bots/talk/form.h"
#include "bots/talk/form_fill.h"
#include "engine/notice/statement_words.h"

namespace dondoc::talk::officer {
namespace {

bool is_open(const Assignment& a) { return a.meaning == Meaning::open; }

/// What the officer is taken to have said by pressing a button: "Đã gửi", "Đã xong".
constexpr std::string_view k_said_sent = "N-25";
constexpr std::string_view k_said_done = "N-26";

bool may_acknowledge(const Scene& scene, const Assignment& a) {
  const Chart& chart = scene.world.definitions.assignment_chart;
  return is_open(a) && !a.acknowledged_at && !chart.leaving(a.state, "acknowledge").empty();
}

/// "Đã gửi" was said, the figures were not.
bool awaits_figures(const Scene& scene, const Assignment& a) {
  return a.meaning == Meaning::reported && !a.submissions.empty() &&
         lacks_figures(scene.world, a, a.submissions.back());
}

/// Duties whose results are asked for in a form; those without one when there are none.
Duties reportable(const Scene& scene) {
  Duties with_form = own_duties(
      scene, [&](const Assignment& a) { return is_open(a) && scene.form_of(a) != nullptr; });
  if (with_form.empty())
    with_form = own_duties(scene, [&](const Assignment& a) { return awaits_figures(scene, a); });
  if (!with_form.empty()) return dated_first(scene, std::move(with_form));
  return dated_first(scene, own_duties(scene, is_open));
}

Duties open_duties(const Scene& scene) { return dated_first(scene, own_duties(scene, is_open)); }

Instant check_of(const Scene& scene, const Promise& promise) {
  const LadderBook& book = scene.world.definitions.ladders;
  const Zone& zone = scene.world.zone;
  const TimeOfDay last =
      book.hours.windows.empty() ? TimeOfDay::at(16, 30) : book.hours.windows.back().second;
  TimeOfDay time = book.promise_check_at;
  if (promise.time && *promise.time > time) time = *promise.time;
  Instant check = time > last ? zone.at(promise.day + CalendarDays{1}, book.promise_check_at)
                              : zone.at(promise.day, time);
  // "Gửi hôm nay" in the afternoon: the end of the working day is still to come, or else tomorrow.
  if (check <= scene.now) check = zone.at(promise.day, last);
  return check > scene.now || promise.day < scene.today
             ? check
             : zone.at(promise.day + CalendarDays{1}, book.promise_check_at);
}

void submit_as_sent(const Scene& scene, Turn& turn, const Intent& intent, const std::string& code) {
  Submit submit;
  submit.codes = {code};
  if (auto form = take_form(turn.dialogue, code)) {
    submit.codes = form->codes;
    submit.figures = form->figures;
  }
  const Assignment* duty = scene.duty(code);
  const bool has_form = duty != nullptr && scene.form_of(*duty) != nullptr;
  submit.text =
      !intent.text.empty() ? intent.text : words(scene, has_form ? k_said_sent : k_said_done);
  turn.commands.emplace_back(std::move(submit));
}

}  // namespace

void acknowledge(const Scene& scene, Turn& turn, const Intent& intent) {
  if (intent.unknown.empty() && !intent.codes.empty()) {
    for (const std::string& code : intent.codes) turn.commands.emplace_back(Acknowledge{code});
    return;
  }
  auto possible = own_duties(scene, [&](const Assignment& a) { return may_acknowledge(scene, a); });
  if (possible.empty() && intent.obligations.empty() && intent.unknown.empty())
    return say(scene, turn, "T-30");
  if (auto code = the_duty(scene, turn, intent, [&] { return possible; }))
    turn.commands.emplace_back(Acknowledge{*code});
}

void acknowledge_all(const Scene& scene, Turn& turn) {
  for (const Assignment* duty :
       own_duties(scene, [&](const Assignment& a) { return may_acknowledge(scene, a); }))
    turn.commands.emplace_back(Acknowledge{duty->code});
  if (turn.commands.empty()) say(scene, turn, "T-30");
}

void progress(const Scene& scene, Turn& turn, const Intent& intent) {
  auto code = the_duty(scene, turn, intent, [&] { return open_duties(scene); });
  if (!code) return;
  ReportProgress command{*code, intent.percent, intent.done, intent.total, intent.text};
  const Assignment* duty = scene.duty(*code);
  const Obligation* obligation = duty == nullptr ? nullptr : scene.obligation_of(*duty);
  const bool counted = obligation != nullptr && obligation->quantity && obligation->quantity->value;
  if (command.done && !command.total && counted) command.total = *obligation->quantity->value;
  if (command.text.empty()) command.text = words(scene, "M-37E");
  turn.commands.emplace_back(std::move(command));
}

void report(const Scene& scene, Turn& turn, const Intent& intent) {
  // The answer to "nhắn kết quả ngay tại đây" for a duty without a form.
  if (intent.codes.size() == 1 && !intent.text.empty()) {
    turn.commands.emplace_back(Submit{intent.codes, Outcome::complete, {}, intent.text, {}});
    return;
  }
  if (intent.codes.empty() && turn.dialogue.form) return ask_again(scene, turn);
  if (auto code = the_duty(scene, turn, intent, [&] { return reportable(scene); }))
    open_form(scene, turn, *code);
}

void figures(const Scene& scene, Turn& turn, const Intent& intent) {
  if (intent.codes.empty() && turn.dialogue.form) {
    if (!take_figures(scene, turn, Utterance(intent.text))) ask_again(scene, turn);
    return;
  }
  if (auto code = the_duty(scene, turn, intent, [&] { return reportable(scene); }))
    open_form_with(scene, turn, *code, Utterance(intent.text));
}

void nil(const Scene& scene, Turn& turn, const Intent& intent) {
  auto code = the_duty(scene, turn, intent, [&] { return reportable(scene); });
  if (!code) return;
  std::vector<std::string> codes{*code};
  if (auto form = take_form(turn.dialogue, *code)) codes = form->codes;
  turn.commands.emplace_back(Submit{std::move(codes), Outcome::nil, {}, {}, {}});
}

void done(const Scene& scene, Turn& turn, const Intent& intent) {
  if (intent.unknown.empty() && intent.codes.size() > 1) {
    for (const std::string& code : intent.codes) submit_as_sent(scene, turn, intent, code);
    return;
  }
  if (auto code = the_duty(scene, turn, intent, [&] { return open_duties(scene); }))
    submit_as_sent(scene, turn, intent, *code);
}

void snooze(const Scene& scene, Turn& turn, const Intent& intent) {
  auto code = the_duty(scene, turn, intent, [&] { return open_duties(scene); });
  if (!code) return;
  const Assignment* duty = scene.duty(*code);
  if (duty == nullptr) return;
  if (!intent.promise) return ask(scene, turn, Need::date, intent, "T-53", *duty);
  turn.commands.emplace_back(Snooze{*code, check_of(scene, *intent.promise), intent.text});
}

}  // namespace dondoc::talk::officer
