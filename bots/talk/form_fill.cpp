#include "bots/talk/form_fill.h"

#include <algorithm>
#include <cmath>

#include "bots/understanding/indicators.h"
#include "bots/understanding/mentions.h"
#include "bots/understanding/spelling.h"
#include "engine/text/vietnamese.h"

namespace dondoc::talk {
namespace {

using understanding::FoundFigure;

bool is_number(FieldType type) {
  return type == FieldType::count || type == FieldType::money || type == FieldType::percent ||
         type == FieldType::score;
}

/// "so_cuoc" → "cuoc": the noun, without what only counts it.
std::string_view noun_of(std::string_view slug) {
  return slug.starts_with("so_") ? slug.substr(3) : slug;
}

/// How many of the slug's words a label has, one after another: "luot_nguoi" in "Tổng lượt người
/// dự". 0 unless all of them stand there.
std::size_t words_in_label(std::string_view slug, const std::string& label) {
  const std::string padded = " " + fold(label) + " ";
  std::string phrase(noun_of(slug));
  std::replace(phrase.begin(), phrase.end(), '_', ' ');
  if (padded.find(" " + phrase + " ") == std::string::npos) return 0;
  return 1 + static_cast<std::size_t>(std::count(phrase.begin(), phrase.end(), ' '));
}

bool fits(const FoundFigure& figure, const Field& field) {
  if (!is_number(field.type)) return false;
  const bool share = figure.slug.starts_with("ty_le");
  if (share != (field.type == FieldType::percent)) return false;
  if (figure.slug == "diem") return field.type == FieldType::score;
  if (field.type == FieldType::score) return false;
  return figure.money == (field.type == FieldType::money) ||
         (!figure.money && field.type == FieldType::count);
}

/// By id; else by the words of its label; else the only field of its type.
const Field* field_of(const FoundFigure& figure, const std::vector<const Field*>& fields) {
  const Field* best = nullptr;
  const Field* only = nullptr;
  std::size_t most = 0, of_type = 0;
  for (const Field* field : fields) {
    if (!fits(figure, *field)) continue;
    if (field->id == figure.slug) return field;
    ++of_type;
    only = field;
    const std::size_t words = words_in_label(figure.slug, field->label);
    if (words > most) {
      most = words;
      best = field;
    }
  }
  if (best != nullptr) return best;
  const bool by_type = figure.money || figure.slug == "diem" || figure.slug.starts_with("ty_le");
  return by_type && of_type == 1 ? only : nullptr;
}

std::optional<FigureValue> value_of(const FoundFigure& figure, const Field& field) {
  const auto* number = std::get_if<double>(&figure.value);
  if (number == nullptr || *number < 0 || *number > 9e15) return std::nullopt;
  if (field.type == FieldType::percent && *number > 100) return std::nullopt;
  if (field.type == FieldType::percent || field.type == FieldType::score) return *number;
  if (std::floor(*number) != *number) return std::nullopt;
  return static_cast<std::int64_t>(*number);
}

}  // namespace

std::vector<const Field*> fill_form(FormSteps& steps, const Utterance& text, LocalDate said_on) {
  const Utterance spelled = understanding::spelled_out(text);
  const understanding::Mentions mentions(spelled, said_on);
  std::vector<const Field*> filled;
  for (const FoundFigure& figure : understanding::find_figures(spelled, mentions)) {
    const Field* field = field_of(figure, steps.fields());
    if (field == nullptr) continue;
    auto value = value_of(figure, *field);
    if (!value) continue;
    put_figure(steps.form().figures, Figure{field->id, *value, figure.approximate});
    filled.push_back(field);
  }
  return filled;
}

bool take_figures(const Scene& scene, Turn& turn, const Utterance& text) {
  FormSteps steps(scene, turn);
  const FormStage stage = steps.form().stage;
  const auto filled = fill_form(steps, text, scene.said_on);
  if (filled.empty()) return false;
  const bool corrects = stage == FormStage::choosing || stage == FormStage::checking ||
                        stage == FormStage::fixing;
  for (const Field* field : filled) steps.form().doubtful.push_back(field->id);
  if (corrects) steps.form().stage = FormStage::fixing;
  if (steps.asks_doubtful()) return true;
  if (corrects) {
    steps.check();
    return true;
  }
  const std::string told = figures_in_words(scene, steps.fields(), steps.form().figures);
  steps.ask_missing(words(scene, "F-22", {{"tomtat", told}}));
  return true;
}

}  // namespace dondoc::talk
