#include "engine/command/decide_retract.h"

#include "engine/command/refusals.h"

namespace dondoc::deciders {
namespace {

Rejected nothing_to_retract(const std::string& code) {
  return already("R-67", {{"ma", code}});
}

/// Conditions beside the state: they go without a move of the lifecycle.
bool stands(const Assignment& a, Statement what) {
  switch (what) {
    case Statement::extension:
      return a.extension_request.has_value();
    case Statement::obstacle:
      return a.block.has_value();
    case Statement::dispute:
      return a.dispute.has_value();
    case Statement::handover:
      return !a.handler.empty();
    case Statement::promise:
      return a.snoozed_until.has_value();
    default:
      return false;
  }
}

/// Said by entering a state, so it is taken back by leaving it again.
bool is_in_state(const Assignment& a, Statement what) {
  if (what == Statement::report) return a.meaning == Meaning::reported;
  return what == Statement::acknowledgement && a.meaning == Meaning::open && a.acknowledged_at;
}

}  // namespace

Verdict retract(Draft& draft, const std::string& code, Statement what) {
  auto found = owned(draft, code);
  if (auto* refused = std::get_if<Rejected>(&found)) return *refused;
  const Assignment a = *std::get<const Assignment*>(found);
  const Moved body{std::string(retraction_of(what))};
  if (is_in_state(a, what)) {
    if (!draft.add_move(code, "retract", body)) return not_from_here(a);
    return std::nullopt;
  }
  if (what == Statement::report && a.meaning == Meaning::done) return not_from_here(a);
  if (!stands(a, what)) return nothing_to_retract(code);
  draft.add(code, body);
  return std::nullopt;
}

}  // namespace dondoc::deciders
