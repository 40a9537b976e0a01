#include <algorithm>

#include "bots/talk/act.h"
#include "bots/talk/duties.h"
#include "bots/talk/names.h"
#include "bots/talk/read_request.h"

namespace dondoc::talk::lead {
namespace {

bool is_handed_in(const Assignment& a) { return a.meaning == Meaning::reported; }
bool wants_extension(const Assignment& a) { return a.extension_request.has_value(); }

bool is_for_leads(const Scene& scene, Turn& turn) {
  if (scene.standing.leads()) return true;
  say(scene, turn, "T-46");
  return false;
}

/// No units named: any.
bool is_among(const std::vector<std::string>& units, const std::string& unit) {
  return units.empty() || std::find(units.begin(), units.end(), unit) != units.end();
}

/// The duty meant, among those that wait for this decision; told kindly when nothing waits.
const Assignment* decided_duty(const Scene& scene, Turn& turn, const Intent& intent,
                               const Possible& waits) {
  if (!is_for_leads(scene, turn)) return nullptr;
  if (names_one_duty(intent)) return scene.duty(intent.codes.front());
  const auto units = led_units_mentioned(scene);
  auto possible = led_duties(scene, [&](const Assignment& a) {
    return waits(a) && scene.decides_on(a) && is_among(units, a.unit);
  });
  if (possible.empty() && !units.empty() && intent.act == Act::grant)
    possible = led_duties(scene, [&](const Assignment& a) {  // granted without being asked for
      return a.meaning == Meaning::open && scene.due_of(a) && is_among(units, a.unit);
    });
  const bool names_nothing =
      intent.codes.empty() && intent.obligations.empty() && intent.unknown.empty();
  if (possible.empty() && names_nothing) {
    say(scene, turn, "T-56");
    return nullptr;
  }
  auto code = the_duty(scene, turn, intent, [&] { return possible; });
  return code ? scene.duty(*code) : nullptr;
}

/// The engine tells the officers; this tells the lead that it was done.
void confirm(const Scene& scene, Turn& turn, const Assignment& duty, std::string what) {
  say_about(scene, turn, "T-37", duty, {{"tomtat", std::move(what)}});
}

/// A button below a request that was decided before, or taken back.
bool is_stale(const Scene& scene, Turn& turn, const Intent& intent, const Assignment& duty) {
  if (!intent.pressed || duty.extension_request) return false;
  say_about(scene, turn, "T-19", duty, {{"tomtat", state_in_words(scene, duty)}});
  return true;
}

// --- Summaries that wait ---

struct WaitingSummary {
  std::string plan;
  std::string period;
};

constexpr char k_between = '|';

bool is_waiting(const PlanCase& plan, const std::string& period, const Tally& tally) {
  auto record = plan.summaries.find(period);
  if (record != plan.summaries.end()) return record->second.standing == SummaryStanding::drafted;
  return tally.expected > 0 && tally.handed_in >= tally.expected;
}

std::vector<WaitingSummary> waiting_summaries(const Scene& scene) {
  std::vector<WaitingSummary> waiting;
  for (const auto& [key, tally] : scene.world.office.tallies) {
    const auto at = key.find(k_between);
    if (at == key.npos) continue;
    const PlanCase* plan = scene.world.office.plan(key.substr(0, at));
    if (plan == nullptr || !scene.is_led(plan->plan.issuer)) continue;
    if (is_waiting(*plan, key.substr(at + 1), tally))
      waiting.push_back({key.substr(0, at), key.substr(at + 1)});
  }
  return waiting;
}

void approve_summary(const Scene& scene, Turn& turn, const WaitingSummary& summary) {
  turn.commands.emplace_back(ApproveSummary{summary.plan, summary.period});
  const PlanCase* plan = scene.world.office.plan(summary.plan);
  say(scene, turn, "T-57",
      {{"kh", plan == nullptr ? summary.plan : plan->plan.title()}, {"tomtat", summary.period}});
}

void ask_what_to_approve(const Scene& scene, Turn& turn, const Intent& intent, const Duties& duties,
                         const std::vector<WaitingSummary>& summaries) {
  std::vector<std::string> options;
  std::string lines;
  auto add = [&](std::string option, const std::string& line) {
    if (options.size() < k_listed) lines += (lines.empty() ? "" : "\n") + line;
    options.push_back(std::move(option));
  };
  for (const Assignment* duty : duties) {
    add(duty->code, words_about(scene, "T-48", *duty,
                                {{"hang", std::to_string(options.size() + 1)},
                                 {"tomtat", state_in_words(scene, *duty)}}));
  }
  for (const WaitingSummary& one : summaries) {
    const PlanCase* plan = scene.world.office.plan(one.plan);
    add(one.plan + k_between + one.period,
        words(scene, "T-58",
              {{"hang", std::to_string(options.size() + 1)},
               {"kh", plan == nullptr ? one.plan : plan->plan.title()},
               {"tomtat", one.period}}));
  }
  if (options.size() > k_listed)
    lines += "\n" + words(scene, "T-49", {{"k", std::to_string(options.size() - k_listed)}});
  Intent waiting = intent;
  waiting.codes.clear();
  waiting.obligations.clear();
  ask_choice(scene, turn, Need::code, std::move(waiting), std::move(options), "T-04", lines);
}

/// One duty may have both: then the lead says which.
void approve_duty(const Scene& scene, Turn& turn, const Intent& intent, const Assignment& duty) {
  Intent one = intent;
  one.codes = {duty.code};
  const bool extension = wants_extension(duty), report = is_handed_in(duty);
  if (extension && report) {
    say_about(scene, turn, "T-59", duty, {{"den", duty.extension_request->until.vi()}});
    turn.dialogue.question = OpenQuestion{Need::confirm, std::move(one), {"grant", "accept"}};
    return;
  }
  if (extension) return grant(scene, turn, one);
  if (report) return accept(scene, turn, one);
  say_about(scene, turn, "T-60", duty, {{"tomtat", state_in_words(scene, duty)}});
}

}  // namespace

void approve(const Scene& scene, Turn& turn, const Intent& intent) {
  if (!is_for_leads(scene, turn)) return;
  if (!intent.unknown.empty()) return say(scene, turn, "T-03", {{"ma", intent.unknown.front()}});
  if (intent.codes.size() == 1) {
    const std::string& code = intent.codes.front();
    if (const Assignment* duty = scene.duty(code)) return approve_duty(scene, turn, intent, *duty);
    const auto at = code.find(k_between);  // chosen from the list below
    if (at != code.npos)
      return approve_summary(scene, turn, {code.substr(0, at), code.substr(at + 1)});
  }
  const auto units = led_units_mentioned(scene);
  Duties duties = led_duties(scene, [&](const Assignment& a) {
    if (!is_among(units, a.unit)) return false;
    const bool named =
        intent.obligations.empty() ||
        std::count(intent.obligations.begin(), intent.obligations.end(), a.obligation) > 0;
    return named && (wants_extension(a) || is_handed_in(a)) && scene.decides_on(a);
  });
  auto summaries = intent.obligations.empty() && units.empty() ? waiting_summaries(scene)
                                                               : std::vector<WaitingSummary>{};
  if (duties.empty() && summaries.empty()) return say(scene, turn, "T-56");
  if (duties.size() == 1 && summaries.empty())
    return approve_duty(scene, turn, intent, *duties.front());
  if (duties.empty() && summaries.size() == 1)
    return approve_summary(scene, turn, summaries.front());
  ask_what_to_approve(scene, turn, intent, duties, summaries);
}

void accept(const Scene& scene, Turn& turn, const Intent& intent) {
  const Assignment* duty = decided_duty(scene, turn, intent, is_handed_in);
  if (duty == nullptr) return;
  turn.commands.emplace_back(Accept{duty->code});
  confirm(scene, turn, *duty, words(scene, "T-37A"));
}

void grant(const Scene& scene, Turn& turn, const Intent& intent) {
  const Assignment* duty = decided_duty(scene, turn, intent, wants_extension);
  if (duty == nullptr || is_stale(scene, turn, intent, *duty) ||
      is_refused(scene, turn, GrantExtension{duty->code, scene.today + CalendarDays{7}, "…", ""}))
    return;
  auto until = wanted_date(scene, intent, *duty);
  const bool other = intent.act == Act::grant_other || !duty->extension_request;
  if (!until && other) {
    Intent waiting = intent;
    waiting.act = Act::grant;
    return ask(scene, turn, Need::date, std::move(waiting), "T-26", *duty);
  }
  const LocalDate granted = until ? *until : duty->extension_request->until;
  turn.commands.emplace_back(GrantExtension{duty->code, until, intent.text, ""});
  confirm(scene, turn, *duty, words(scene, "T-37B", {{"den", granted.vi()}}));
}

void refuse(const Scene& scene, Turn& turn, const Intent& intent) {
  const Assignment* duty = decided_duty(scene, turn, intent, wants_extension);
  if (duty == nullptr || is_stale(scene, turn, intent, *duty) ||
      is_refused(scene, turn, RefuseExtension{duty->code, "…"}))
    return;
  if (intent.text.empty()) return ask(scene, turn, Need::text, intent, "T-27", *duty);
  turn.commands.emplace_back(RefuseExtension{duty->code, intent.text});
  confirm(scene, turn, *duty, words(scene, "T-37C"));
}

void return_report(const Scene& scene, Turn& turn, const Intent& intent) {
  const Assignment* duty = decided_duty(scene, turn, intent, is_handed_in);
  if (duty == nullptr || is_refused(scene, turn, ReturnReport{duty->code, "…", std::nullopt}))
    return;
  if (intent.text.empty()) return ask(scene, turn, Need::text, intent, "T-25", *duty);
  turn.commands.emplace_back(ReturnReport{duty->code, intent.text, intent.until});
  confirm(scene, turn, *duty, words(scene, "T-37D", {{"noidung", intent.text}}));
}

void answer_block(const Scene& scene, Turn& turn, const Intent& intent) {
  const Assignment* duty =
      decided_duty(scene, turn, intent, [](const Assignment& a) { return a.block.has_value(); });
  if (duty == nullptr || is_refused(scene, turn, Unblock{duty->code, "…"})) return;
  if (intent.text.empty()) return ask(scene, turn, Need::text, intent, "T-27", *duty);
  turn.commands.emplace_back(Unblock{duty->code, intent.text});
  confirm(scene, turn, *duty, intent.text);
}

void keep_duty(const Scene& scene, Turn& turn, const Intent& intent) {
  const Assignment* duty =
      decided_duty(scene, turn, intent, [](const Assignment& a) { return a.dispute.has_value(); });
  if (duty == nullptr || is_refused(scene, turn, SettleDispute{duty->code, "…", false})) return;
  turn.commands.emplace_back(SettleDispute{duty->code, intent.text, false});
  confirm(scene, turn, *duty, words(scene, "T-37E"));
}

}  // namespace dondoc::talk::lead

namespace dondoc::talk {

std::vector<std::string> led_units_mentioned(const Scene& scene) {
  if (!scene.standing.leads()) return {};
  const Utterance said(scene.heard.text);
  const auto reason = reason_mark(said, 0);
  const Utterance before(reason ? said.typed(0, reason->at) : scene.heard.text);
  const auto& own = scene.standing.own_units;
  return units_mentioned(scene.world, before, [&](const Unit& unit) {
    return !unit.external && scene.is_led(unit.id) &&
           std::find(own.begin(), own.end(), unit.id) == own.end();
  });
}

}  // namespace dondoc::talk
