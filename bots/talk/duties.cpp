#include "bots/talk/duties.h"

#include <algorithm>

#include "bots/talk/duty_words.h"
#include "engine/notice/facts.h"

namespace dondoc::talk {
namespace {

void take_unit(const Scene& scene, std::string_view unit, const Possible& possible,
               Duties& duties) {
  for (const std::string& code : scene.world.cases.open_codes_of_unit(unit)) {
    const Assignment* duty = scene.duty(code);
    if (duty != nullptr && possible(*duty)) duties.push_back(duty);
  }
}

/// By due date, then code; computed once for each, not in every comparison.
Duties sorted(const Scene& scene, const Duties& duties) {
  struct Entry {
    bool undated;
    LocalDate due;
    const Assignment* duty;
  };
  std::vector<Entry> entries;
  entries.reserve(duties.size());
  for (const Assignment* duty : duties) {
    auto due = scene.due_of(*duty);
    entries.push_back({!due, due ? due->effective : LocalDate(), duty});
  }
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    if (a.undated != b.undated) return b.undated;
    if (a.due != b.due) return a.due < b.due;
    return a.duty->code < b.duty->code;
  });
  Duties result;
  result.reserve(entries.size());
  for (const Entry& entry : entries) result.push_back(entry.duty);
  return result;
}

bool contains(const std::vector<std::string>& list, const std::string& one) {
  return std::find(list.begin(), list.end(), one) != list.end();
}

Duties narrowed(const Intent& intent, const Duties& possible) {
  Duties result;
  for (const Assignment* duty : possible) {
    const bool by_code = intent.codes.empty() || contains(intent.codes, duty->code);
    const bool by_obligation =
        intent.obligations.empty() || contains(intent.obligations, duty->obligation);
    if (by_code && by_obligation) result.push_back(duty);
  }
  return result;
}

/// A lead is shown whose duty it is.
std::string choice_line(const Scene& scene, const Assignment& duty, std::size_t number) {
  if (scene.is_own(duty)) return duty_line(scene, duty, number);
  return words_about(scene, "T-48", duty,
                     {{"hang", std::to_string(number)}, {"tomtat", state_in_words(scene, duty)}});
}

void ask_which(const Scene& scene, Turn& turn, const Intent& intent, const Duties& duties) {
  std::vector<std::string> options;
  std::string lines;
  for (const Assignment* duty : duties) {
    if (options.size() < k_listed)
      lines += (lines.empty() ? "" : "\n") + choice_line(scene, *duty, options.size() + 1);
    options.push_back(duty->code);
  }
  if (options.size() > k_listed) {
    lines += "\n" + words(scene, "T-49", {{"k", std::to_string(options.size() - k_listed)}});
  }
  if (intent.act == Act::acknowledge)
    lines += "\n" + words(scene, "T-50", {{"n", std::to_string(options.size())}});
  Intent waiting = intent;
  waiting.codes.clear();
  waiting.obligations.clear();
  ask_choice(scene, turn, Need::code, std::move(waiting), std::move(options),
             intent.files.empty() ? "T-04" : "F-23", lines);
}

}  // namespace

Duties own_duties(const Scene& scene, const Possible& possible) {
  Duties duties;
  for (const std::string& unit : scene.standing.own_units) take_unit(scene, unit, possible, duties);
  return sorted(scene, duties);
}

Duties led_duties(const Scene& scene, const Possible& possible) {
  Duties duties;
  for (const auto& [id, unit] : scene.world.office.directory.units()) {
    if (!unit.external && scene.is_led(id)) take_unit(scene, id, possible, duties);
  }
  return sorted(scene, duties);
}

Duties dated_first(const Scene& scene, Duties duties) {
  Duties dated;
  for (const Assignment* duty : duties) {
    if (scene.due_of(*duty)) dated.push_back(duty);
  }
  return dated.empty() ? duties : dated;
}

bool names_one_duty(const Intent& intent) {
  return intent.unknown.empty() && intent.codes.size() == 1;
}

std::optional<std::string> the_duty(const Scene& scene, Turn& turn, const Intent& intent,
                                    const WhichDuties& possible) {
  if (names_one_duty(intent)) return intent.codes.front();
  if (!intent.unknown.empty()) {
    say(scene, turn, "T-03", {{"ma", intent.unknown.front()}});
    return std::nullopt;
  }
  Duties meant = narrowed(intent, possible());
  if (meant.size() > 1 && intent.codes.empty()) meant = named_in(scene, intent.about, meant);
  if (meant.size() == 1) return meant.front()->code;
  if (meant.empty() && !intent.codes.empty()) return intent.codes.front();  // decide says why not
  if (meant.empty()) {
    if (!intent.obligations.empty())
      say(scene, turn, "T-03", {{"ma", intent.obligations.front()}});
    else
      say(scene, turn, "T-02");
    return std::nullopt;
  }
  ask_which(scene, turn, intent, meant);
  return std::nullopt;
}

std::optional<LocalDate> wanted_date(const Scene& scene, const Intent& intent,
                                     const Assignment& duty) {
  if (intent.until) return intent.until;
  const auto due = scene.due_of(duty);
  const LocalDate base = due && due->effective > scene.today ? due->effective : scene.today;
  if (intent.days) return base + *intent.days;
  if (intent.working_days) return scene.world.office.calendar.add(base, *intent.working_days);
  return std::nullopt;
}

bool is_refused(const Scene& scene, Turn& turn, CommandBody probe) {
  Decision decision =
      decide(scene.world, Command{scene.person.id, "", std::move(probe)}, scene.now);
  const auto* rejected = std::get_if<Rejected>(&decision);
  if (rejected == nullptr || rejected->refusal == Refusal::invalid) return false;
  say(scene, turn, "T-07",
      {{"lydo", in_words(scene.world.definitions, rejected->why, scene.person.language)}});
  return true;
}

void ask(const Scene& scene, Turn& turn, Need need, Intent intent, std::string_view message,
         const Assignment& duty) {
  intent.codes = {duty.code};
  say_about(scene, turn, message, duty);
  turn.dialogue.question = OpenQuestion{need, std::move(intent), {}};
}

void ask_choice(const Scene& scene, Turn& turn, Need need, Intent intent,
                std::vector<std::string> options, std::string_view message,
                const std::string& lines) {
  say(scene, turn, message, {{"danh_sach", lines}});
  turn.dialogue.question = OpenQuestion{need, std::move(intent), std::move(options)};
}

void ask_unit(const Scene& scene, Turn& turn, Intent intent,
              const std::vector<const Unit*>& units) {
  std::vector<std::string> options;
  std::string lines;
  for (const Unit* unit : units) {
    if (options.size() == k_listed) break;
    options.push_back(unit->id);
    lines += (lines.empty() ? "" : "\n") + std::to_string(options.size()) + ". " + unit->name;
  }
  if (units.size() > k_listed)
    lines += "\n" + words(scene, "T-66", {{"k", std::to_string(units.size() - k_listed)}});
  ask_choice(scene, turn, Need::unit, std::move(intent), std::move(options), "T-63", lines);
}

std::string duty_line(const Scene& scene, const Assignment& duty, std::size_t number) {
  return words_about(scene, scene.due_of(duty) ? "T-47" : "T-47N", duty,
                     {{"hang", std::to_string(number)},
                      {"viec", duty_in_words(scene.world, duty, 60)},
                      {"tomtat", state_in_words(scene, duty)}});
}

std::string state_in_words(const Scene& scene, const Assignment& duty) {
  const ChartState* state = scene.world.definitions.assignment_chart.state(duty.state);
  std::string text = state == nullptr                ? duty.state
                     : scene.person.language == "en" ? state->label_en
                                                     : state->label_vi;
  const auto due = scene.due_of(duty);
  if (scene.is_overdue(duty)) {
    text += ", " +
            words(scene, "T-47A", {{"songay", std::to_string((scene.today - due->later()).count)}});
  }
  if (duty.extension_request)
    text += ", " + words(scene, "M-37D", {{"den", duty.extension_request->until.vi()}});
  const auto files = std::count_if(duty.attachments.begin(), duty.attachments.end(),
                                   [](const Attachment& file) { return file.is_kept(); });
  if (files > 0) text += ", " + words(scene, "F-26", {{"n", std::to_string(files)}});
  if (duty.block) text += ", " + words(scene, "M-37B", {{"lydo", duty.block->reason}});
  return text;
}

}  // namespace dondoc::talk
