#include "bots/talk/form.h"

#include <algorithm>

#include "bots/talk/duties.h"
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

/// One form at a time: the one that is given up is named.
void put_away(const Scene& scene, Turn& turn) {
  if (!turn.dialogue.form) return;
  const Assignment* duty = scene.duty(turn.dialogue.form->codes.front());
  const bool begun =
      !turn.dialogue.form->figures.empty() && duty != nullptr && duty->meaning == Meaning::open;
  if (begun) say_about(scene, turn, "F-21", *duty);
  turn.dialogue.form.reset();
}

}  // namespace

bool form_is_about(const Dialogue& dialogue, const std::string& code) {
  if (!dialogue.form) return false;
  const auto& codes = dialogue.form->codes;
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

void open_form(const Scene& scene, Turn& turn, const std::string& code) {
  if (form_is_about(turn.dialogue, code)) return ask_again(scene, turn);
  const Assignment* duty = scene.duty(code);
  if (duty == nullptr) return say(scene, turn, "T-03", {{"ma", code}});
  if (is_refused(scene, turn, Submit{{code}, Outcome::nil, {}, {}, {}})) return;
  if (duty->meaning != Meaning::open) return correct_report(scene, turn, code);
  std::vector<std::string> codes = reported_together(scene, *duty);
  if (fields_of(scene, codes).empty()) return ask_for_result(scene, turn, *duty);
  put_away(scene, turn);
  OpenForm form;
  form.figures =
      figures_of_report(scene, codes);  // of a report that was returned: each can be kept
  form.codes = std::move(codes);
  turn.dialogue.form = std::move(form);
  first_question(scene, turn, *duty);
}

void correct_report(const Scene& scene, Turn& turn, const std::string& code) {
  const Assignment* duty = scene.duty(code);
  if (duty == nullptr) return say(scene, turn, "T-03", {{"ma", code}});
  if (is_refused(scene, turn, Submit{{code}, Outcome::nil, {}, {}, {}})) return;
  OpenForm form;
  form.codes = {code};
  if (!duty->submissions.empty()) {
    for (const std::string& other : duty->submissions.back().together_with) {
      if (const Assignment* a = scene.duty(other); a != nullptr && a->meaning == duty->meaning)
        form.codes.push_back(other);
    }
  }
  form.figures = figures_of_report(scene, form.codes);
  form.stage = FormStage::choosing;
  if (fields_of(scene, form.codes).empty()) return ask_for_result(scene, turn, *duty);
  put_away(scene, turn);
  turn.dialogue.form = std::move(form);
  ask_again(scene, turn);
}

void ask_again(const Scene& scene, Turn& turn) {
  CHECK(turn.dialogue.form.has_value());
  FormSteps(scene, turn).ask();
}

void mention_form(const Scene& scene, Turn& turn) {
  FormSteps steps(scene, turn);
  if (steps.duty() == nullptr) return;
  const std::size_t position = std::min(steps.form().position + 1, steps.fields().size());
  say_about(
      scene, turn, "F-13", *steps.duty(),
      {{"buoc", std::to_string(position)}, {"so_buoc", std::to_string(steps.fields().size())}});
}

}  // namespace dondoc::talk
