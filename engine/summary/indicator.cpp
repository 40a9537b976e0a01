#include "engine/summary/indicator.h"

#include <algorithm>

namespace dondoc {
namespace {

std::optional<double> number_of(const FigureValue& value) {
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
  if (const auto* decimal = std::get_if<double>(&value)) return *decimal;
  return std::nullopt;
}

/// "Không phát sinh" is an answer: nothing happened, so what is added up is 0. A state ("latest", a
/// mean) stays unknown.
bool is_zero_when_nil(const Field& field) {
  const bool is_amount = field.type == FieldType::count || field.type == FieldType::money;
  return is_amount && (field.aggregate == Aggregate::sum || field.aggregate == Aggregate::ratio);
}

std::optional<Figure> answer_to(const Field& field, const Submission& submission) {
  if (const Figure* figure = figure_of(submission, field.id)) return *figure;
  if (outcome_of(submission, nullptr) == Outcome::nil && is_zero_when_nil(field))
    return Figure{field.id, std::int64_t{0}, false};
  return std::nullopt;
}

Provenance provenance_of(const Report& report, const Figure& figure) {
  const Submission& s = *report.submission;
  return {report.code(), report.unit(), s.version, s.at, s.by, figure.value, figure.estimate, s.via};
}

/// The figures that were given for the field; for a ratio only those of reports that gave its
/// denominator too.
void collect(Total& total, const Field* denominator, const std::vector<Report>& reports,
             double& denominators) {
  for (const Report& report : reports) {
    auto figure = answer_to(total.field, *report.submission);
    if (!figure) continue;
    if (denominator != nullptr) {
      auto other = answer_to(*denominator, *report.submission);
      auto number = other ? number_of(other->value) : std::nullopt;
      if (!number) continue;
      denominators += *number;
    }
    total.given.push_back(provenance_of(report, *figure));
  }
}

std::optional<double> newest(const std::vector<Provenance>& given) {
  const Provenance* latest = nullptr;
  for (const Provenance& one : given) {
    if (latest == nullptr || latest->at <= one.at) latest = &one;
  }
  return latest == nullptr ? std::nullopt : number_of(latest->value);
}

double percent(double part, double whole) { return 100 * part / whole; }

std::optional<double> value_of(const Total& total, double denominators) {
  double sum = 0;
  double yes = 0;
  double count = 0;
  for (const Provenance& one : total.given) {
    auto number = number_of(one.value);
    if (!number) continue;
    sum += *number;
    yes += *number != 0 ? 1 : 0;
    count += 1;
  }
  if (count == 0) return std::nullopt;
  switch (total.field.aggregate) {
    case Aggregate::sum:
      return sum;
    case Aggregate::latest:
      return newest(total.given);
    case Aggregate::mean:
      return sum / count;
    case Aggregate::ratio:
      return denominators > 0 ? std::optional(percent(sum, denominators)) : std::nullopt;
    case Aggregate::share_yes:
      return percent(yes, count);
    case Aggregate::list:
    case Aggregate::none:
      return std::nullopt;
  }
  return std::nullopt;
}

/// Answers of a list in step with `given`: those without any text are left out of both.
void take_texts(Total& total) {
  if (total.field.aggregate != Aggregate::list) return;
  std::erase_if(total.given, [](const Provenance& one) {
    const auto* text = std::get_if<std::string>(&one.value);
    return text == nullptr || text->find_first_not_of(" \t\r\n") == std::string::npos;
  });
  for (const Provenance& one : total.given) total.texts.push_back(std::get<std::string>(one.value));
}

std::optional<double> target_of(const Plan& plan, const Field& field) {
  auto found = std::find_if(plan.targets.begin(), plan.targets.end(),
                            [&](const Target& target) { return target.id == field.target; });
  return field.target.empty() || found == plan.targets.end() ? std::nullopt
                                                             : std::optional(found->value);
}

const Field* denominator_of(const Form& form, const Field& field) {
  if (field.aggregate != Aggregate::ratio) return nullptr;
  auto found = std::find_if(form.fields.begin(), form.fields.end(),
                            [&](const Field& f) { return f.id == field.of; });
  return found == form.fields.end() ? nullptr : &*found;
}

}  // namespace

Total total_of(const Plan& plan, const Form& form, const Field& field,
               const std::vector<Report>& reports) {
  Total total;
  total.field = field;
  total.target = target_of(plan, field);
  double denominators = 0;
  collect(total, denominator_of(form, field), reports, denominators);
  take_texts(total);
  total.value = value_of(total, denominators);
  return total;
}

}  // namespace dondoc
