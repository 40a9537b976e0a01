#include <algorithm>

#include "bots/talk/act.h"
#include "bots/talk/duties.h"
#include "bots/talk/form_fields.h"
#include "engine/notice/facts.h"

namespace dondoc::talk::facts {
namespace {

bool is_owed(const Assignment& a) {
  return a.meaning == Meaning::open || a.meaning == Meaning::reported;
}

/// What is still to be done; what was reported only when nothing is.
Duties own_dated(const Scene& scene) {
  Duties open = dated_first(
      scene, own_duties(scene, [](const Assignment& a) { return a.meaning == Meaning::open; }));
  if (!open.empty() && scene.due_of(*open.front())) return open;
  return dated_first(scene, own_duties(scene, is_owed));
}

/// Duties with a form; all of them when none has one.
Duties with_form(const Scene& scene) {
  Duties found = dated_first(scene, own_duties(scene, [&](const Assignment& a) {
                               return is_owed(a) && scene.form_of(a) != nullptr;
                             }));
  return found.empty() ? own_dated(scene) : found;
}

const Assignment* the_case(const Scene& scene, Turn& turn, const Intent& intent,
                           const WhichDuties& possible) {
  auto code = the_duty(scene, turn, intent, possible);
  return code ? scene.duty(*code) : nullptr;
}

/// Officers of a unit by name, for a lead who wants to call them.
std::string officers_in_words(const Scene& scene, const Assignment& duty) {
  std::string names;
  for (const Person* person : scene.world.office.directory.officers_of(duty.unit)) {
    names += (names.empty() ? "" : ", ") + person->name;
  }
  const std::string unit = unit_name(scene.world, duty.unit);
  return names.empty() ? unit : names + " (" + unit + ")";
}

bool says_one_of(const Scene& scene, std::initializer_list<std::string_view> phrases) {
  const Utterance said(scene.heard.text);
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](std::string_view phrase) { return said.has(phrase); });
}

/// A lead names a unit she leads and little more: "nhắc Nhị Bình", "sđt xã Nhị Bình", "Nhị Bình".
bool answered_about_unit(const Scene& scene, Turn& turn) {
  const auto units = led_units_mentioned(scene);
  if (units.size() != 1) return false;
  Intent about;
  about.unit = units.front();
  if (says_one_of(scene, {"nhac", "giuc", "hoi thuc", "don doc", "thuc"})) {
    about.act = Act::nudge;
    nudge(scene, turn, about);
  } else if (says_one_of(scene, {"lien he", "goi", "sdt", "so dien thoai", "ai phu trach",
                                 "nguoi phu trach", "can bo nao"})) {
    std::string names;
    for (const Person* person : scene.world.office.directory.officers_of(about.unit))
      names += (names.empty() ? "" : ", ") + person->name;
    say(scene, turn, names.empty() ? "T-13N" : "T-13U",
        {{"dv", unit_name(scene.world, about.unit)}, {"danh_sach", names}});
  } else {
    lists::standing(scene, turn, about);
  }
  return true;
}

bool says_nothing_of_a_duty(const Intent& intent) {
  return intent.codes.empty() && intent.obligations.empty() && intent.unknown.empty();
}

}  // namespace

void due_date(const Scene& scene, Turn& turn, const Intent& intent) {
  if (says_nothing_of_a_duty(intent) && own_dated(scene).size() > 1)
    return lists::my_tasks(scene, turn);
  const Assignment* duty = the_case(scene, turn, intent, [&] { return own_dated(scene); });
  if (duty != nullptr) say_about(scene, turn, scene.due_of(*duty) ? "T-08" : "T-08N", *duty);
}

void form_outline(const Scene& scene, Turn& turn, const Intent& intent) {
  const Assignment* duty = the_case(scene, turn, intent, [&] { return with_form(scene); });
  if (duty == nullptr) return;
  std::string list;
  for (const Field* field : fields_of(scene, {duty->code})) {
    list += (list.empty() ? "- " : "\n- ") + field->label;
    if (field->optional) list += words(scene, "F-15");
  }
  if (list.empty()) return say_about(scene, turn, "T-09N", *duty);
  say_about(scene, turn, "T-09", *duty, {{"danh_sach", list}});
}

void document(const Scene& scene, Turn& turn, const Intent& intent) {
  const Assignment* duty = the_case(scene, turn, intent, [&] { return own_dated(scene); });
  if (duty != nullptr) say_about(scene, turn, "T-14", *duty, {{"link", words(scene, "T-70")}});
}

void contact(const Scene& scene, Turn& turn, const Intent& intent) {
  const Assignment* duty = the_case(scene, turn, intent, [&] { return own_dated(scene); });
  if (duty == nullptr) return;
  const bool from_above = scene.is_led(duty->unit) && !scene.is_own(*duty);
  say_about(
      scene, turn, "T-13", *duty,
      {{"noinhan", from_above ? officers_in_words(scene, *duty)
                              : recipient_in_words(scene.world, *duty, scene.person.language)}});
}

void recipient(const Scene& scene, Turn& turn, const Intent& intent) {
  const Assignment* duty = the_case(scene, turn, intent, [&] { return own_dated(scene); });
  if (duty != nullptr)
    say_about(scene, turn, "T-10", *duty,
              {{"noinhan", recipient_in_words(scene.world, *duty, scene.person.language)}});
}

void period(const Scene& scene, Turn& turn, const Intent& intent) {
  const Assignment* duty = the_case(scene, turn, intent, [&] { return with_form(scene); });
  if (duty == nullptr) return;
  if (!duty->cutoff) return say_about(scene, turn, "T-15N", *duty);
  say_about(scene, turn, "T-15", *duty,
            {{"tomtat", words(scene, "T-15D", {{"ngay", duty->cutoff->vi()}})}});
}

void late_ok(const Scene& scene, Turn& turn, const Intent& intent) {
  const Assignment* duty = the_case(scene, turn, intent, [&] { return own_dated(scene); });
  if (duty == nullptr) return;
  say_about(scene, turn, scene.is_overdue(*duty) ? "T-11O" : "T-11", *duty);
}

void how_to_send(const Scene& scene, Turn& turn, const Intent& intent) {
  const Assignment* duty = the_case(scene, turn, intent, [&] { return own_dated(scene); });
  if (duty != nullptr) say_about(scene, turn, "T-16", *duty);
}

/// "Báo cáo của em chị nhận được chưa": how the duty stands.
void how_it_stands(const Scene& scene, Turn& turn, const Intent& intent) {
  const Assignment* duty = the_case(scene, turn, intent, [&] { return own_dated(scene); });
  if (duty != nullptr) standing(scene, turn, *duty);
}

void attach(const Scene& scene, Turn& turn, const Intent& intent) {
  if (!intent.files.empty()) return file::offer(scene, turn, intent);
  const Assignment* duty = the_case(scene, turn, intent, [&] { return own_dated(scene); });
  if (duty == nullptr) return;
  turn.dialogue.file_for = duty->code;
  say_about(scene, turn, "T-16", *duty);
}

void standing(const Scene& scene, Turn& turn, const Assignment& duty) {
  Parameters more{{"tomtat", state_in_words(scene, duty)}};
  if (!scene.is_own(duty)) more.emplace_back("viec", unit_name(scene.world, duty.unit));
  say_about(scene, turn, "T-12", duty, more);
}

void not_understood(const Scene& scene, Turn& turn, const Intent& intent) {
  if (!intent.unknown.empty()) return say(scene, turn, "T-03", {{"ma", intent.unknown.front()}});
  if (says_nothing_of_a_duty(intent) && answered_about_unit(scene, turn)) return;
  const Assignment* duty = intent.codes.size() == 1 ? scene.duty(intent.codes.front()) : nullptr;
  if (duty == nullptr && !turn.dialogue.about.empty()) duty = scene.duty(turn.dialogue.about);
  if (duty == nullptr) {
    const Duties own = own_duties(
        scene, [&](const Assignment& a) { return a.meaning == Meaning::open && scene.due_of(a); });
    if (own.size() == 1) duty = own.front();
  }
  const bool may_answer = duty != nullptr && scene.is_own(*duty) && duty->meaning == Meaning::open;
  if (may_answer) return say_about(scene, turn, "M-17", *duty);
  if (duty != nullptr && (scene.is_own(*duty) || scene.is_led(duty->unit)))
    return standing(scene, turn, *duty);
  say(scene, turn, "M-17N");
}

}  // namespace dondoc::talk::facts
