#include "engine/lifecycle/chart.h"

#include <algorithm>

namespace dondoc {

const ChartState* Chart::state(std::string_view wanted) const {
  auto found = std::find_if(states.begin(), states.end(),
                            [&](const ChartState& s) { return s.id == wanted; });
  return found == states.end() ? nullptr : &*found;
}

std::vector<const Transition*> Chart::leaving(std::string_view from, std::string_view on) const {
  std::vector<const Transition*> found;
  for (const Transition& t : transitions)
    if (t.from == from && t.on == on) found.push_back(&t);
  return found;
}

const std::vector<std::string_view>& known_guards() {
  static const std::vector<std::string_view> names{"has_figures", "due_confirmed",     "is_late",
                                                   "blocked",     "extension_pending", "disputed",
                                                   "all_reported"};
  return names;
}

const std::vector<std::string_view>& known_actions() {
  static const std::vector<std::string_view> names{
      "arm_ladder", "stop_ladder", "clear_conditions", "reset_nudges", "tell_officer", "tell_lead"};
  return names;
}

const std::vector<std::string_view>& known_triggers(std::string_view chart) {
  static const std::vector<std::string_view> assignment{
      "confirm", "acknowledge", "progress", "submit",   "correct", "return",
      "accept",  "close",       "waive",    "transfer", "cancel",  "retract"};
  static const std::vector<std::string_view> plan{"issue",  "start",       "report",
                                                  "reopen", "next_period", "summarize",
                                                  "amend",  "cancel",      "supersede"};
  static const std::vector<std::string_view> none;
  if (chart == "assignment") return assignment;
  return chart == "plan" ? plan : none;
}

}  // namespace dondoc
