#include <fmt/format.h>

#include <algorithm>

#include "engine/codec/check_plan_parts.h"
#include "engine/codec/json_document.h"

namespace dondoc {
namespace {

bool is_numeric(FieldType type) {
  return type == FieldType::count || type == FieldType::money || type == FieldType::percent ||
         type == FieldType::score;
}

/// Whether figures of `type` can be put together in that way.
bool can_aggregate(FieldType type, Aggregate aggregate) {
  switch (aggregate) {
    case Aggregate::sum:
      return type == FieldType::count || type == FieldType::money || type == FieldType::score;
    case Aggregate::mean:
    case Aggregate::ratio:
      return is_numeric(type);
    case Aggregate::share_yes:
      return type == FieldType::yes_no;
    case Aggregate::latest:
    case Aggregate::list:
    case Aggregate::none:
      return true;
  }
  return false;
}

void check_ratio(const Form& form, const Field& field, const std::string& pointer, Faults& faults) {
  if (field.aggregate != Aggregate::ratio) {
    if (!field.of.empty())
      faults.add(pointer + "/of", "only a field with aggregate 'ratio' has a denominator");
    return;
  }
  if (field.of.empty()) {
    faults.add(pointer, "a ratio needs 'of': the field that is its denominator");
    return;
  }
  auto whole = std::find_if(form.fields.begin(), form.fields.end(),
                            [&](const Field& one) { return one.id == field.of; });
  if (whole == form.fields.end()) {
    faults.add(pointer + "/of", fmt::format("unknown field '{}' in form '{}'", field.of, form.id));
  } else if (field.of == field.id || !is_numeric(whole->type)) {
    faults.add(
        pointer + "/of",
        fmt::format("'{}' cannot be the denominator: expected another field that is a number",
                    field.of));
  }
}

void check_field(const Form& form, const Field& field, const std::string& pointer,
                 const DeclaredNames& targets, Faults& faults) {
  targets.require(field.target, pointer + "/target", faults);
  if (!can_aggregate(field.type, field.aggregate)) {
    faults.add(pointer + "/aggregate", "figures of this type cannot be put together in this way");
  }
  check_ratio(form, field, pointer, faults);
}

}  // namespace

void check_forms(const Plan& plan, const PlanNames& names, Faults& faults) {
  for (std::size_t i = 0; i < plan.forms.size(); ++i) {
    DeclaredNames fields("field");
    auto list = pointer_to("/forms", i) + "/fields";
    declare_all(fields, plan.forms[i].fields, list, faults);
    for (std::size_t k = 0; k < plan.forms[i].fields.size(); ++k) {
      check_field(plan.forms[i], plan.forms[i].fields[k], pointer_to(list, k), names.targets,
                  faults);
    }
  }
}

}  // namespace dondoc
