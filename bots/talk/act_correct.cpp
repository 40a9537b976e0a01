#include <algorithm>

#include "bots/talk/act.h"
#include "bots/talk/duties.h"
#include "bots/talk/form.h"
#include "bots/talk/read_request.h"
#include "engine/notice/facts.h"
#include "engine/state/statement.h"

namespace dondoc::talk::officer {
namespace {

/// Whether a statement still stands and no lead has decided on it.
bool stands(const Scene& scene, const Assignment& a, Statement what) {
  switch (what) {
    case Statement::acknowledgement:
      return a.meaning == Meaning::open && a.acknowledged_at &&
             !scene.world.definitions.assignment_chart.leaving(a.state, "retract").empty();
    case Statement::progress:
      return a.meaning == Meaning::open && (a.percent || a.done_count || !a.remark.empty());
    case Statement::report:
      return a.meaning == Meaning::reported;
    case Statement::extension:
      return a.extension_request.has_value();
    case Statement::obstacle:
      return a.block.has_value();
    case Statement::dispute:
      return a.dispute.has_value();
    case Statement::handover:
      return a.meaning == Meaning::open && !a.handler.empty();
    case Statement::promise:
      return a.snoozed_until.has_value();
    case Statement::none:
      break;
  }
  return false;
}

/// When it was said, as far as that is kept.
std::optional<Instant> said_at(const Assignment& a, Statement what) {
  if (what == Statement::extension) return a.extension_request->at;
  if (what == Statement::obstacle) return a.block->since;
  if (what == Statement::dispute) return a.dispute->at;
  if (what == Statement::acknowledgement) return a.acknowledged_at;
  return std::nullopt;
}

/// What "sửa" means: the newest statement that stands, otherwise what weighs most. That a duty was
/// acknowledged is meant only when nothing was said since.
Statement said_last(const Scene& scene, const Assignment& a) {
  for (Statement what : {Statement::extension, Statement::dispute, Statement::obstacle,
                         Statement::acknowledgement}) {
    if (stands(scene, a, what) && said_at(a, what) == a.last_answer_at) return what;
  }
  for (Statement what :
       {Statement::report, Statement::promise, Statement::progress, Statement::handover,
        Statement::extension, Statement::dispute, Statement::obstacle}) {
    if (stands(scene, a, what)) return what;
  }
  return Statement::none;
}

std::string statement_in_words(const Scene& scene, const Assignment& a, Statement what) {
  switch (what) {
    case Statement::extension:
      return words(scene, "M-37D", {{"den", a.extension_request->until.vi()}});
    case Statement::obstacle:
      return words(scene, "M-37B", {{"lydo", a.block->reason}});
    case Statement::dispute:
      return a.dispute->reason.empty() ? words(scene, "T-83D") : a.dispute->reason;
    case Statement::handover:
      return words(scene, "T-83H", {{"nguoi", person_name(scene.world, a.handler, scene.person.language)}});
    case Statement::promise:
      return words(scene, "M-37C", {{"ngay", scene.world.zone.date_of(*a.snoozed_until).vi()}});
    default:
      return words(scene, "T-83");
  }
}

/// "Rút lại gia hạn": the statement itself is named; none when it is not.
Statement statement_named(const std::string& command) {
  static constexpr std::pair<std::string_view, Statement> k_names[] = {
      {"gia han", Statement::extension},
      {"bao cao", Statement::report},
      {"vuong mac", Statement::obstacle},
      {"y kien", Statement::dispute},
      {"loi hen", Statement::promise}};
  for (const auto& [name, statement] : k_names) {
    if (command.find(name) != std::string::npos) return statement;
  }
  return Statement::none;
}

/// Duties of which something can be said anew; without a code the one that was spoken of last.
Duties correctable(const Scene& scene, const Intent& intent) {
  const bool told_amount = intent.percent || intent.done;
  Duties duties = own_duties(scene, [&](const Assignment& a) {
    const Statement what = said_last(scene, a);
    if (told_amount) return what == Statement::report || stands(scene, a, Statement::progress);
    return what != Statement::none;
  });
  if (!intent.codes.empty() || !intent.obligations.empty()) return duties;
  Instant newest;
  for (const Assignment* duty : duties)
    newest = std::max(newest, duty->last_answer_at.value_or(Instant{}));
  std::erase_if(duties, [&](const Assignment* duty) {
    return duty->last_answer_at.value_or(Instant{}) != newest;
  });
  return duties;
}

void say_progress_anew(const Scene& scene, Turn& turn, const Assignment& duty) {
  Intent again;
  again.act = Act::progress;
  ask(scene, turn, Need::percent, std::move(again), "T-52", duty);
}

/// "Sửa B20-07 đến 30/11": the request goes out anew; "sửa" alone offers to take it back.
bool extend_anew(const Scene& scene, Turn& turn, const Intent& intent, const Assignment& duty) {
  Intent told;
  read_until(Utterance(intent.text), scene.said_on, 0, told);
  const auto until = wanted_date(scene, told, duty);
  if (!until || !duty.extension_request) return false;
  turn.commands.emplace_back(
      FireTrigger{duty.code, std::string(retraction_of(Statement::extension))});
  turn.commands.emplace_back(RequestExtension{duty.code, *until, duty.extension_request->reason});
  return true;
}

void promise_anew(const Scene& scene, Turn& turn, const Intent& intent, const Assignment& duty) {
  Intent again;
  again.act = Act::snooze;
  again.codes = {duty.code};
  again.promise = read_promise(Utterance(intent.text), scene.said_on, 0);
  if (again.promise) return snooze(scene, turn, again);
  say_about(scene, turn, "T-53R", duty,
            {{"ngay", scene.world.zone.date_of(*duty.snoozed_until).vi()}});
  turn.dialogue.question = OpenQuestion{Need::date, std::move(again), {}};
}

void offer_to_retract(const Scene& scene, Turn& turn, const Assignment& duty, Statement what) {
  say_about(scene, turn, "T-82", duty, {{"noidung", statement_in_words(scene, duty, what)}});
  Intent retract;
  retract.act = Act::retract;
  retract.codes = {duty.code};
  retract.unsure = true;
  turn.dialogue.question = OpenQuestion{Need::confirm, std::move(retract), {}};
}

void say_anew(const Scene& scene, Turn& turn, const Intent& intent, const Assignment& duty) {
  const Statement what = said_last(scene, duty);
  switch (what) {
    case Statement::none:
      return say(scene, turn, "T-18");
    case Statement::report:
      return correct_report_with(scene, turn, duty.code, Utterance(intent.text));
    case Statement::progress:
      return say_progress_anew(scene, turn, duty);
    case Statement::promise:
      return promise_anew(scene, turn, intent, duty);
    case Statement::extension:
      if (extend_anew(scene, turn, intent, duty)) return;
      break;
    case Statement::acknowledgement:
    case Statement::obstacle:
    case Statement::dispute:
    case Statement::handover:
      break;
  }
  offer_to_retract(scene, turn, duty, what);
}

/// The duty that is to be said anew; none: the person was asked, or told that there is nothing.
std::optional<std::string> spoken_of(const Scene& scene, Turn& turn, const Intent& intent) {
  const Duties possible = correctable(scene, intent);
  const bool names_none =
      intent.codes.empty() && intent.obligations.empty() && intent.unknown.empty();
  if (names_none && possible.empty()) {
    say(scene, turn, "T-18");
    return std::nullopt;
  }
  return the_duty(scene, turn, intent, [&] { return possible; });
}

}  // namespace

void correct(const Scene& scene, Turn& turn, const Intent& intent) {
  const auto code = spoken_of(scene, turn, intent);
  if (!code) return;
  const Assignment* duty = scene.duty(*code);
  if (duty == nullptr || duty->meaning != Meaning::open)
    return correct_report_with(scene, turn, *code, Utterance(intent.text));
  Intent about = intent;
  about.codes = {*code};
  if (intent.percent || intent.done) return progress(scene, turn, about);
  say_anew(scene, turn, about, *duty);
}

void retract(const Scene& scene, Turn& turn, const Intent& intent) {
  const auto code = spoken_of(scene, turn, intent);
  const Assignment* duty = code ? scene.duty(*code) : nullptr;
  if (duty == nullptr) return;
  const Statement named = statement_named(intent.text);
  const bool is_named = named != Statement::none;
  Statement what = is_named ? named : said_last(scene, *duty);
  if (is_named && !stands(scene, *duty, named)) what = Statement::none;
  if (what == Statement::progress) return say_progress_anew(scene, turn, *duty);
  if (what == Statement::none) return say(scene, turn, "T-18");
  if (what == Statement::report) take_form(turn.dialogue, duty->code);  // nothing to change
  turn.commands.emplace_back(FireTrigger{duty->code, std::string(retraction_of(what))});
}

}  // namespace dondoc::talk::officer
