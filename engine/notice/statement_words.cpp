#include "engine/notice/statement_words.h"

#include <algorithm>

namespace dondoc {

std::string_view phrase_of(Statement what) {
  switch (what) {
    case Statement::acknowledgement:
      return "N-07";
    case Statement::progress:
      return "N-36";
    case Statement::report:
      return "N-30";
    case Statement::extension:
      return "N-31";
    case Statement::obstacle:
      return "N-32";
    case Statement::dispute:
      return "N-33";
    case Statement::handover:
      return "N-34";
    case Statement::promise:
      return "N-35";
    case Statement::none:
      break;
  }
  return {};
}

bool lacks_figures(const World& world, const Assignment& a, const Submission& submission) {
  const PlanCase* plan = world.office.plan(a.plan);
  const Obligation* obligation = plan == nullptr ? nullptr : plan->plan.obligation(a.obligation);
  const Form* form = obligation == nullptr ? nullptr : plan->plan.form(obligation->form);
  if (form == nullptr || submission.outcome == Outcome::nil) return false;
  return std::any_of(form->fields.begin(), form->fields.end(), [&](const Field& field) {
    const auto& given = submission.figures;
    return !field.optional && field.type != FieldType::file &&
           std::none_of(given.begin(), given.end(),
                        [&](const Figure& figure) { return figure.field == field.id; });
  });
}

}  // namespace dondoc
