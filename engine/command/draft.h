// Draft: the events of one command while decide writes them. Later events see what the earlier ones
// changed, on copies. Used inside engine/command only; one thread.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/command/decide.h"
#include "engine/ladder/schedule.h"

namespace dondoc {

/// What guards of the lifecycle may ask beside the assignment itself.
struct GuardFacts {
  bool has_figures = false;
  bool all_reported = false;
  bool is_late = false;
};

class Draft {
 public:
  Draft(const World& world, const Command& command, Instant now);

  const World& world() const { return world_; }
  Instant now() const { return now_; }
  const std::string& by() const { return by_; }
  /// Whose rights are judged: k_administrator for whoever administers.
  std::string_view authority() const { return is_administrator_ ? k_administrator : by_; }
  LocalDate today() const { return world_.zone.date_of(now_); }
  TimeRules time_rules() const;

  /// The assignment as the draft has left it; null when there is none.
  const Assignment* find(std::string_view code) const;
  const Ladder* ladder_of(const Assignment& assignment) const;
  const Plan& plan_of(const Assignment& assignment) const;

  /// A fact that moves no lifecycle. For assignments the next step is armed anew.
  void add(std::string subject, EventBody body);
  /// A fact that moves an assignment by the trigger `on`; false, and nothing added, when the chart
  /// has no such move.
  [[nodiscard]] bool add_move(std::string_view code, std::string_view on, EventBody body,
                              GuardFacts facts = {});
  /// A new assignment in the given state.
  void add_issued(std::string code, AssignmentIssued body, std::string_view state);
  /// A fact that puts an assignment into the state that `on` leads to, from whatever state it is in:
  /// a reorganisation asks no lifecycle. False, and nothing added, when the chart has no such state.
  [[nodiscard]] bool add_enforced(std::string_view code, std::string_view on, EventBody body);
  /// An assignment as it arrives at the successor; one of that code is replaced.
  void add_taken_over(DutyTakenOver body);
  /// A fact that moves a plan; false when the chart has no such move.
  [[nodiscard]] bool add_plan_move(std::string_view plan, std::string_view on, EventBody body,
                                   GuardFacts facts = {});

  std::vector<Event> take() { return std::move(events_); }

 private:
  Event event(std::string subject, EventBody body) const;
  Assignment* scratch(std::string_view code);
  void arm_and_keep(Assignment& assignment, Event event, bool stop);

  const World& world_;
  std::string by_;
  bool is_administrator_;
  std::string via_;
  Instant now_;
  std::vector<Event> events_;
  std::map<std::string, Assignment, std::less<>> scratch_;
  std::map<std::string, Ladder, std::less<>> new_ladders_;
  std::map<std::string, std::string, std::less<>> plan_states_;
  std::optional<Calendar> new_calendar_;
};

/// The transition that fires from a state on a trigger, guards judged; null when none does.
const Transition* firing(const Chart& chart, std::string_view from, std::string_view on,
                         const Assignment* assignment, GuardFacts facts);

}  // namespace dondoc
