#include "engine/command/decide.h"

#include "engine/command/authority.h"
#include "engine/command/deciders.h"
#include "engine/command/refusals.h"
#include "engine/limits.h"
#include "engine/text/vietnamese.h"

namespace dondoc {

Decision decide(const World& world, const Command& command, Instant now) {
  Draft draft(world, command, now);
  deciders::Verdict refused =
      std::visit([&](const auto& body) { return deciders::on(draft, body); }, command.body);
  if (refused) return *refused;
  return draft.take();
}

namespace deciders {

std::variant<const Assignment*, Rejected> owned(Draft& draft, std::string_view code) {
  const Assignment* assignment = draft.find(code);
  if (assignment == nullptr) return unknown_duty(code);
  if (!assignment->moved_to.empty()) return moved_on(*assignment);
  if (!may_answer_for(draft.world(), draft.authority(), *assignment, draft.now()))
    return not_of_this_unit(code);
  return assignment;
}

std::variant<const Assignment*, Rejected> led(Draft& draft, std::string_view code) {
  const Assignment* assignment = draft.find(code);
  if (assignment == nullptr) return unknown_duty(code);
  if (!assignment->moved_to.empty()) return moved_on(*assignment);
  if (!leads(draft.world(), draft.authority(), assignment->unit, draft.now())) return only_for_leads(code);
  return assignment;
}

Verdict text_fault(std::string_view text, std::string_view part, bool required) {
  if (required && text.find_first_not_of(" \t\r\n") == std::string_view::npos) return missing(part);
  if (text.size() > limits::text_bytes) return too_long(part);
  return std::nullopt;
}

Rejected not_from_here(const Assignment& assignment) {
  if (!assignment.moved_to.empty()) return moved_on(assignment);
  return no_such_move(assignment.code, assignment.state);
}

void start_plan(Draft& draft, const Assignment& assignment) {
  static_cast<void>(
      draft.add_plan_move(assignment.plan, "start", PlanMoved{"start", assignment.period}));
}

}  // namespace deciders
}  // namespace dondoc
