#include "bots/talk/form_steps.h"

#include <algorithm>

#include "bots/talk/form.h"
#include "engine/check.h"

namespace dondoc::talk {
namespace {

constexpr double k_jump = 3;  ///< more than this many times the last period's value is asked back

double number_of(const FigureValue& value) {
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
  const auto* decimal = std::get_if<double>(&value);
  return decimal != nullptr ? *decimal : 0;
}

std::string joined(std::string first, const std::string& second) {
  return first.empty() ? second : std::move(first) + "\n" + second;
}

std::string_view example_of(const Field& field) {
  if (!field.example.empty()) return field.example;
  switch (field.type) {
    case FieldType::money:
      return "2.500.000";
    case FieldType::percent:
    case FieldType::score:
      return "92,5";
    default:
      return "3";
  }
}

bool is_number(const Field& field) {
  return field.type != FieldType::text && field.type != FieldType::file &&
         field.type != FieldType::yes_no;
}

}  // namespace

std::string kept_day(const Scene& scene, const OpenForm& form) {
  return scene.world.zone.date_of(form.kept_until - Elapsed{1}).vi();
}

FormSteps::FormSteps(const Scene& scene, Turn& turn) : scene_(scene), turn_(turn) {
  CHECK(turn.dialogue.form.has_value());
  fields_ = fields_of(scene, form().codes);
  duty_ = form().codes.empty() ? nullptr : scene.duty(form().codes.front());
  drop_refused_file();
}

/// A file sent in the chat stands in its field without its name; when it was not taken after all,
/// nothing of it stays.
void FormSteps::drop_refused_file() {
  if (duty_ == nullptr || !duty_->attachments.empty()) return;
  for (const Field* field : fields_) {
    const Figure* figure = figure_in(form().figures, field->id);
    if (figure == nullptr || field->type != FieldType::file) continue;
    const auto* told = std::get_if<std::string>(&figure->value);
    if (told != nullptr && *told == words(scene_, "F-25")) drop_figure(form().figures, field->id);
  }
}

/// It is the one that is being filled in again.
void FormSteps::take_up() {
  form().set_aside = false;
  form().kept_until = form_kept_until(scene_);
}

const Field* FormSteps::field() const {
  const std::size_t position = turn_.dialogue.form->position;
  return position < fields_.size() ? fields_[position] : nullptr;
}

void FormSteps::say_line(std::string_view message, std::string text, std::string lead_in) {
  say_text(scene_, turn_, message, joined(std::move(lead_in), text), form().codes.front());
}

std::string FormSteps::previous() const {
  if (const Figure* given = figure_in(turn_.dialogue.form->figures, field()->id)) {
    return words(scene_, "F-20", {{"tomtat", value_in_words(scene_, *field(), *given)}});
  }
  if (field()->type == FieldType::text || field()->type == FieldType::file) return {};
  auto value = previous_value(scene_, turn_.dialogue.form->codes, *field());
  if (!value) return {};
  return words(scene_, "F-02",
               {{"tomtat", value_in_words(scene_, *field(), Figure{field()->id, *value, false})}});
}

std::string FormSteps::question() const {
  if (!field()->ask.empty()) return field()->ask;
  std::string text = field()->label + "?";
  if (is_number(*field()))
    text += words(scene_, "F-03", {{"goi_y", std::string(example_of(*field()))}});
  return text;
}

std::string_view FormSteps::question_message() const {
  if (field()->type == FieldType::file && field()->optional) return "F-01F";
  if (field()->optional) return "F-01S";
  const bool first =
      turn_.dialogue.form->position == 0 && turn_.dialogue.form->stage == FormStage::asking;
  return first ? "F-01N" : "F-01";
}

void FormSteps::ask(std::string lead_in) {
  if (form().stage == FormStage::choosing) return ask_which_field();
  if (form().stage == FormStage::checking || field() == nullptr) return check(std::move(lead_in));
  const bool fixing = form().stage == FormStage::fixing || form().back_to_check;
  ask_field(form().position, fixing ? FormStage::fixing : FormStage::asking, std::move(lead_in));
}

void FormSteps::ask_field(std::size_t position, FormStage stage, std::string lead_in) {
  take_up();
  form().position = position;
  form().stage = stage;
  form().back_to_check = false;
  const std::string_view message = question_message();
  say_line(message,
           words(scene_, message,
                 {{"buoc", std::to_string(position + 1)},
                  {"so_buoc", std::to_string(fields_.size())},
                  {"cau_hoi", question()},
                  {"ky_truoc", previous()}}),
           std::move(lead_in));
}

void FormSteps::next(std::string lead_in) {
  if (asks_doubtful()) return;
  const bool fixed = form().stage == FormStage::fixing || form().back_to_check;
  form().back_to_check = false;
  std::size_t following = form().position + 1;
  while (!fixed && following < fields_.size() && is_told(following)) ++following;
  if (fixed || following >= fields_.size()) return check(std::move(lead_in));
  ask_field(following, FormStage::asking, std::move(lead_in));
}

std::optional<std::size_t> FormSteps::first_owed() const {
  for (std::size_t i = 0; i < fields_.size(); ++i) {
    const bool told = figure_in(turn_.dialogue.form->figures, fields_[i]->id) != nullptr;
    if (!fields_[i]->optional && !told) return i;
  }
  return std::nullopt;
}

void FormSteps::check(std::string lead_in) {
  if (const auto owed = first_owed())
    return ask_field(*owed, FormStage::fixing, std::move(lead_in));
  check_line(std::move(lead_in));
}

bool FormSteps::asks_doubtful() {
  auto& doubtful = form().doubtful;
  while (!doubtful.empty()) {
    const std::string id = doubtful.front();
    doubtful.erase(doubtful.begin());
    const auto field = std::find_if(fields_.begin(), fields_.end(),
                                    [&](const Field* one) { return one->id == id; });
    const Figure* figure = figure_in(form().figures, id);
    if (field != fields_.end() && figure != nullptr && asks_back(**field, figure->value))
      return true;
  }
  return false;
}

bool FormSteps::asks_back(const Field& field, const FigureValue& value) {
  const auto previous = previous_value(scene_, form().codes, field);
  if (!previous || number_of(*previous) <= 0 || number_of(value) <= k_jump * number_of(*previous))
    return false;
  const bool goes_on = form().stage == FormStage::jump && form().back_to_check;
  form().back_to_check = form().stage == FormStage::fixing || goes_on;
  form().stage = FormStage::jump;
  const auto place = std::find(fields_.begin(), fields_.end(), &field);
  form().position = static_cast<std::size_t>(place - fields_.begin());
  say_line("F-07",
           words(scene_, "F-07",
                 {{"k", value_in_words(scene_, field, Figure{field.id, *previous, false})},
                  {"n", value_in_words(scene_, field, Figure{field.id, value, false})}}),
           {});
  return true;
}

/// Told in a sentence before; the values of a report that was returned are asked one by one.
bool FormSteps::is_told(std::size_t position) const {
  const bool returned = duty_ != nullptr && !duty_->submissions.empty() &&
                        !duty_->submissions.back().figures.empty();
  return !returned && figure_in(turn_.dialogue.form->figures, fields_[position]->id) != nullptr;
}

void FormSteps::ask_missing(std::string lead_in) {
  for (std::size_t i = 0; i < fields_.size(); ++i) {
    if (figure_in(form().figures, fields_[i]->id) == nullptr)
      return ask_field(i, FormStage::asking, std::move(lead_in));
  }
  check_line(std::move(lead_in));
}

void FormSteps::check_line(std::string lead_in) {
  take_up();
  form().stage = FormStage::checking;
  form().position = fields_.size();
  std::string figures = figures_in_words(scene_, fields_, form().figures);
  if (figures.empty()) figures = words(scene_, "F-16");
  if (duty_ == nullptr) return;
  say_line("F-04", words_about(scene_, "F-04", *duty_, {{"tomtat", figures}}), std::move(lead_in));
}

void FormSteps::ask_which_field() {
  take_up();
  form().stage = FormStage::choosing;
  std::string list;
  for (std::size_t i = 0; i < fields_.size(); ++i) {
    const Figure* figure = figure_in(form().figures, fields_[i]->id);
    std::string value = figure == nullptr ? "–" : value_in_words(scene_, *fields_[i], *figure);
    list += (list.empty() ? "" : "\n") + std::to_string(i + 1) + ". " + fields_[i]->label + ": " +
            value;
  }
  say_line("F-08S", words(scene_, "F-08S", {{"danh_sach", list}}), {});
}

void FormSteps::hand_in(Outcome outcome) {
  Submit submit;
  submit.codes = form().codes;
  submit.outcome = outcome;
  if (outcome != Outcome::nil) {
    for (const Field* asked : fields_) {
      if (const Figure* figure = figure_in(form().figures, asked->id))
        submit.figures.push_back(*figure);
    }
  }
  turn_.commands.emplace_back(std::move(submit));
  turn_.dialogue.form.reset();
}

void FormSteps::set_aside() {
  form().set_aside = true;
  form().kept_until = form_kept_until(scene_);
  if (duty_ != nullptr)
    say_about(scene_, turn_, "F-09", *duty_, {{"ngay", kept_day(scene_, form())}});
}

}  // namespace dondoc::talk
