#include "bots/talk/form.h"

#include <algorithm>

#include "bots/talk/duties.h"
#include "bots/talk/form_fill.h"
#include "bots/talk/form_steps.h"
#include "engine/check.h"
#include "engine/notice/facts.h"

namespace dondoc::talk {
namespace {

std::string codes_in_words(const std::vector<std::string>& codes) {
  std::string text;
  for (const std::string& code : codes) text += (text.empty() ? "[" : ", [") + code + "]";
  return text;
}

/// A report in a sentence is told as it stands.
void ask_for_other_result(const Scene& scene, Turn& turn, const Assignment& duty) {
  const std::string told =
      duty.submissions.empty()
          ? std::string()
          : dondoc::figures_in_words(scene.world, duty, duty.submissions.back(),
                                     scene.world.definitions.messages(scene.person.language));
  say_about(scene, turn, "T-09R", duty, {{"tomtat", told}});
  Intent intent;
  intent.act = Act::report;
  intent.codes = {duty.code};
  turn.dialogue.question = OpenQuestion{Need::text, std::move(intent), {}};
}

/// A duty without a form is reported in a sentence.
void ask_for_result(const Scene& scene, Turn& turn, const Assignment& duty) {
  Intent intent;
  intent.act = Act::report;
  ask(scene, turn, Need::text, std::move(intent), "T-09N", duty);
}

std::vector<Figure> figures_of_report(const Scene& scene, const std::vector<std::string>& codes) {
  std::vector<Figure> figures;
  for (const std::string& code : codes) {
    const Assignment* duty = scene.duty(code);
    if (duty == nullptr || duty->submissions.empty()) continue;
    for (const Figure& figure : duty->submissions.back().figures) put_figure(figures, figure);
  }
  return figures;
}

/// The duty of a report that is handed in, and those that the same report satisfied.
std::vector<std::string> reported_with(const Scene& scene, const Assignment& duty) {
  std::vector<std::string> codes{duty.code};
  if (duty.submissions.empty()) return codes;
  for (const std::string& other : duty.submissions.back().together_with) {
    if (const Assignment* a = scene.duty(other); a != nullptr && a->meaning == duty.meaning)
      codes.push_back(other);
  }
  return codes;
}

void first_question(const Scene& scene, Turn& turn, const Assignment& duty) {
  FormSteps steps(scene, turn);
  std::string lead_in = words_about(scene, "F-00", duty,
                                    {{"so_buoc", std::to_string(steps.fields().size())},
                                     {"viec", dondoc::duty_in_words(scene.world, duty, 60)}});
  if (steps.form().codes.size() > 1) {
    lead_in += "\n" + words(scene, "F-12", {{"danh_sach", codes_in_words(steps.form().codes)}});
    lead_in += " " + words(scene, "F-12A", {{"ma", duty.code}});
  }
  steps.ask(std::move(lead_in));
}

bool is_about(const OpenForm& form, const std::string& code) {
  return std::find(form.codes.begin(), form.codes.end(), code) != form.codes.end();
}

/// Whether the person typed something that is nowhere else.
bool holds_something(const Scene& scene, const OpenForm& form) {
  return form.figures != figures_of_report(scene, form.codes);
}

/// The form that was active steps behind another one; nothing that was typed is lost.
void put_aside(const Scene& scene, Turn& turn) {
  if (!turn.dialogue.form) return;
  OpenForm form = std::move(*turn.dialogue.form);
  turn.dialogue.form.reset();
  const Assignment* duty = scene.duty(form.codes.front());
  if (duty == nullptr || !holds_something(scene, form)) return;
  form.kept_until = form_kept_until(scene);
  say_about(scene, turn, "F-21", *duty, {{"ngay", kept_day(scene, form)}});
  auto& aside = turn.dialogue.aside;
  aside.insert(aside.begin(), std::move(form));
  if (aside.size() > k_forms_aside) aside.pop_back();
}

/// False when no form about the duty is set aside.
bool bring_back(const Scene& scene, Turn& turn, const std::string& code) {
  auto form = form_is_about(turn.dialogue, code) ? std::nullopt : take_form(turn.dialogue, code);
  if (!form) return false;
  put_aside(scene, turn);
  turn.dialogue.form = std::move(*form);
  ask_again(scene, turn);
  return true;
}

std::string line_of(const Scene& scene, const OpenForm& form, std::size_t number) {
  const Assignment* duty = scene.duty(form.codes.front());
  if (duty == nullptr) return {};
  const std::size_t fields = fields_of(scene, form.codes).size();
  return words_about(scene, "F-13L", *duty,
                     {{"hang", std::to_string(number)},
                      {"viec", dondoc::duty_in_words(scene.world, *duty, 60)},
                      {"buoc", std::to_string(std::min(form.position + 1, fields))},
                      {"so_buoc", std::to_string(fields)},
                      {"ngay", kept_day(scene, form)}});
}

}  // namespace

bool form_is_about(const Dialogue& dialogue, const std::string& code) {
  return dialogue.form && is_about(*dialogue.form, code);
}

std::optional<OpenForm> take_form(Dialogue& dialogue, const std::string& code) {
  std::optional<OpenForm> taken;
  if (form_is_about(dialogue, code)) {
    taken = std::move(dialogue.form);
    dialogue.form.reset();
    return taken;
  }
  auto found = std::find_if(dialogue.aside.begin(), dialogue.aside.end(),
                            [&](const OpenForm& form) { return is_about(form, code); });
  if (found == dialogue.aside.end()) return taken;
  taken = std::move(*found);
  dialogue.aside.erase(found);
  return taken;
}

Instant form_kept_until(const Scene& scene) {
  return scene.world.zone.end_of(scene.today + k_form_days);
}

void open_form(const Scene& scene, Turn& turn, const std::string& code) {
  if (form_is_about(turn.dialogue, code)) return ask_again(scene, turn);
  const Assignment* duty = scene.duty(code);
  if (duty == nullptr) return say(scene, turn, "T-03", {{"ma", code}});
  if (is_refused(scene, turn, Submit{{code}, Outcome::nil, {}, {}, {}})) return;
  if (bring_back(scene, turn, code)) return;
  const bool is_in = duty->meaning != Meaning::open;
  std::vector<std::string> codes =
      is_in ? reported_with(scene, *duty) : reported_together(scene, *duty);
  if (fields_of(scene, codes).empty())
    return is_in ? ask_for_other_result(scene, turn, *duty) : ask_for_result(scene, turn, *duty);
  OpenForm form;
  form.figures =
      figures_of_report(scene, codes);  // of a report that was returned: each can be kept
  form.codes = std::move(codes);
  // "Đã gửi" came first: its figures are asked for like those of a new report.
  const bool asks_all = !is_in || form.figures.empty();
  if (!asks_all) form.stage = FormStage::choosing;
  put_aside(scene, turn);
  turn.dialogue.form = std::move(form);
  asks_all ? first_question(scene, turn, *duty) : ask_again(scene, turn);
}

namespace {

/// The question that opening the form asked is overtaken by the one for what is still missing.
void take_told(const Scene& scene, Turn& turn, const std::string& code, const Utterance& told,
               std::size_t before) {
  if (!form_is_about(turn.dialogue, code)) return;
  const std::size_t asked = turn.replies.size();
  if (!take_figures(scene, turn, told) || asked == before) return;
  turn.replies.erase(turn.replies.begin() + static_cast<std::ptrdiff_t>(asked) - 1);
}

}  // namespace

void open_form_with(const Scene& scene, Turn& turn, const std::string& code,
                    const Utterance& told) {
  const std::size_t before = turn.replies.size();
  open_form(scene, turn, code);
  take_told(scene, turn, code, told, before);
}

void correct_report_with(const Scene& scene, Turn& turn, const std::string& code,
                         const Utterance& told) {
  const std::size_t before = turn.replies.size();
  correct_report(scene, turn, code);
  take_told(scene, turn, code, told, before);
}

void correct_report(const Scene& scene, Turn& turn, const std::string& code) {
  const Assignment* duty = scene.duty(code);
  if (duty == nullptr) return say(scene, turn, "T-03", {{"ma", code}});
  if (is_refused(scene, turn, Submit{{code}, Outcome::nil, {}, {}, {}})) return;
  if (bring_back(scene, turn, code)) return;
  OpenForm form;
  form.codes = reported_with(scene, *duty);
  form.figures = figures_of_report(scene, form.codes);
  form.stage = FormStage::choosing;
  if (fields_of(scene, form.codes).empty()) return ask_for_other_result(scene, turn, *duty);
  put_aside(scene, turn);
  turn.dialogue.form = std::move(form);
  ask_again(scene, turn);
}

void ask_again(const Scene& scene, Turn& turn) {
  CHECK(turn.dialogue.form.has_value());
  FormSteps(scene, turn).ask();
}

void resume_form(const Scene& scene, Turn& turn, const Intent& intent) {
  if (intent.codes.size() == 1) return open_form(scene, turn, intent.codes.front());
  if (!intent.unknown.empty()) return say(scene, turn, "T-03", {{"ma", intent.unknown.front()}});
  if (turn.dialogue.form) return ask_again(scene, turn);
  while (!turn.dialogue.aside.empty()) {
    const std::string code = turn.dialogue.aside.front().codes.front();
    const Assignment* duty = scene.duty(code);
    if (duty != nullptr && !fields_of(scene, {code}).empty()) return open_form(scene, turn, code);
    turn.dialogue.aside.erase(turn.dialogue.aside.begin());  // the plan or the duty is gone
  }
  say(scene, turn, "F-19");
}

void mention_forms(const Scene& scene, Turn& turn) {
  std::vector<const OpenForm*> waiting;
  if (turn.dialogue.form) waiting.push_back(&*turn.dialogue.form);
  for (const OpenForm& form : turn.dialogue.aside) waiting.push_back(&form);
  std::erase_if(waiting, [&](const OpenForm* form) {
    return scene.duty(form->codes.front()) == nullptr || fields_of(scene, form->codes).empty();
  });
  if (waiting.empty()) return;
  if (waiting.size() == 1) {
    const std::size_t fields = fields_of(scene, waiting.front()->codes).size();
    const std::size_t position = std::min(waiting.front()->position + 1, fields);
    return say_about(scene, turn, "F-13", *scene.duty(waiting.front()->codes.front()),
                     {{"buoc", std::to_string(position)}, {"so_buoc", std::to_string(fields)}});
  }
  std::string lines;
  for (std::size_t i = 0; i < waiting.size() && i < k_listed; ++i)
    lines += (lines.empty() ? "" : "\n") + line_of(scene, *waiting[i], i + 1);
  say(scene, turn, "F-13M", {{"n", std::to_string(waiting.size())}, {"danh_sach", lines}});
}

}  // namespace dondoc::talk
