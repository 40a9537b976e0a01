#include "bots/talk/form_fields.h"

#include <algorithm>

#include "engine/text/vietnamese.h"

namespace dondoc::talk {
namespace {

constexpr std::size_t k_together_max = 5;

bool lists(const std::vector<std::string>& list, const std::string& one) {
  return std::find(list.begin(), list.end(), one) != list.end();
}

const Submission* standing_report(const Assignment* a) {
  if (a == nullptr || a->submissions.empty()) return nullptr;
  const bool counts = a->meaning == Meaning::reported || a->meaning == Meaning::done;
  return counts ? &a->submissions.back() : nullptr;
}

/// The rule in force for an obligation: its own, or what an answer to a question put in its place.
const DueRule& rule_of(const PlanCase& plan, const Obligation& obligation) {
  const auto& confirmed = plan.confirmed;
  auto found = std::find_if(confirmed.rbegin(), confirmed.rend(),
                            [&](const DefaultDue& due) { return due.obligation == obligation.id; });
  return found == confirmed.rend() ? obligation.due : found->due;
}

/// Codes of the same obligation and unit in earlier periods, latest first: "C23-07-Q1" before
/// "C23-07-Q2".
std::vector<std::string> earlier_codes(const Scene& scene, const Assignment& a) {
  std::vector<std::string> codes;
  const PlanCase* plan = scene.world.office.plan(a.plan);
  const Obligation* obligation = scene.obligation_of(a);
  if (obligation == nullptr || !a.nominal) return codes;
  const auto dash = a.code.find('-', a.obligation.size() + 1);
  if (dash == a.code.npos) return codes;
  for (const Occurrence& one : occurrences(rule_of(*plan, *obligation), plan->plan.floor())) {
    if (one.nominal < *a.nominal && !one.code_suffix.empty())
      codes.push_back(a.code.substr(0, dash + 1) + one.code_suffix);
  }
  std::reverse(codes.begin(), codes.end());
  return codes;
}

bool same_day(const Scene& scene, const Assignment& a, const Assignment& b) {
  auto due_a = scene.due_of(a);
  auto due_b = scene.due_of(b);
  return due_a && due_b && due_a->effective == due_b->effective;
}

}  // namespace

std::vector<const Field*> fields_of(const Scene& scene, const std::vector<std::string>& codes) {
  std::vector<const Field*> fields;
  for (const std::string& code : codes) {
    const Assignment* a = scene.duty(code);
    const Form* form = a == nullptr ? nullptr : scene.form_of(*a);
    if (form == nullptr) continue;
    for (const Field& field : form->fields) {
      const bool known = std::any_of(fields.begin(), fields.end(),
                                     [&](const Field* f) { return f->id == field.id; });
      if (!known) fields.push_back(&field);
    }
  }
  return fields;
}

std::vector<std::string> reported_together(const Scene& scene, const Assignment& a) {
  std::vector<std::string> codes{a.code};
  const PlanCase* plan = scene.world.office.plan(a.plan);
  if (plan == nullptr || a.meaning != Meaning::open) return codes;
  for (const auto& group : plan->plan.submit_together) {
    if (!lists(group, a.obligation)) continue;
    for (const std::string& code : scene.world.cases.open_codes_of_unit(a.unit)) {
      const Assignment* other = scene.duty(code);
      if (other == nullptr || lists(codes, code) || codes.size() >= k_together_max) continue;
      const bool fits = other->plan == a.plan && other->meaning == Meaning::open &&
                        lists(group, other->obligation);
      if (fits && same_day(scene, a, *other)) codes.push_back(code);
    }
  }
  return codes;
}

std::optional<FigureValue> previous_value(const Scene& scene, const std::vector<std::string>& codes,
                                          const Field& field) {
  for (const std::string& code : codes) {
    const Assignment* a = scene.duty(code);
    if (a == nullptr) continue;
    for (const std::string& earlier : earlier_codes(scene, *a)) {
      const Submission* report = standing_report(scene.duty(earlier));
      if (report == nullptr) continue;
      if (const Figure* figure = figure_in(report->figures, field.id)) return figure->value;
    }
  }
  return std::nullopt;
}

const Figure* figure_in(const std::vector<Figure>& figures, std::string_view field) {
  auto found = std::find_if(figures.begin(), figures.end(),
                            [&](const Figure& f) { return f.field == field; });
  return found == figures.end() ? nullptr : &*found;
}

void drop_figure(std::vector<Figure>& figures, std::string_view field) {
  std::erase_if(figures, [&](const Figure& f) { return f.field == field; });
}

void put_figure(std::vector<Figure>& figures, Figure figure) {
  drop_figure(figures, figure.field);
  figures.push_back(std::move(figure));
}

std::string value_in_words(const Scene& scene, const Field& field, const Figure& figure) {
  if (const auto* text = std::get_if<std::string>(&figure.value)) return *text;
  const auto* whole = std::get_if<std::int64_t>(&figure.value);
  if (field.type == FieldType::yes_no)
    return words(scene, whole != nullptr && *whole != 0 ? "F-17Y" : "F-17N");
  std::string number =
      whole != nullptr ? thousands(*whole) : decimal(std::get<double>(figure.value));
  if (field.type == FieldType::percent) number += "%";
  if (field.type == FieldType::money) number = words(scene, "F-17M", {{"n", number}});
  return figure.estimate ? words(scene, "F-17E", {{"n", number}}) : number;
}

std::string figures_in_words(const Scene& scene, const std::vector<const Field*>& fields,
                             const std::vector<Figure>& figures) {
  std::string text;
  for (const Field* field : fields) {
    const Figure* figure = figure_in(figures, field->id);
    if (figure == nullptr) continue;
    text +=
        (text.empty() ? "" : " · ") + field->label + ": " + value_in_words(scene, *field, *figure);
  }
  return text;
}

}  // namespace dondoc::talk
