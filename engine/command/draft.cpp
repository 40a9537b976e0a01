#include "engine/command/draft.h"

#include <algorithm>

#include "engine/check.h"
#include "engine/state/evolve.h"

namespace dondoc {
namespace {

bool holds(std::string_view guard, const Assignment* a, GuardFacts facts) {
  if (guard == "has_figures") return facts.has_figures;
  if (guard == "all_reported") return facts.all_reported;
  if (guard == "is_late") return facts.is_late;
  if (a == nullptr) return false;
  if (guard == "due_confirmed") return a->nominal.has_value();
  if (guard == "blocked") return a->block.has_value();
  if (guard == "extension_pending") return a->extension_request.has_value();
  if (guard == "disputed") return a->dispute.has_value();
  return false;
}

bool has_action(const Transition& t, std::string_view action) {
  return std::find(t.actions.begin(), t.actions.end(), action) != t.actions.end();
}

}  // namespace

const Transition* firing(const Chart& chart, std::string_view from, std::string_view on,
                         const Assignment* assignment, GuardFacts facts) {
  for (const Transition* t : chart.leaving(from, on)) {
    bool fires = std::all_of(t->guards.begin(), t->guards.end(), [&](const Guard& guard) {
      return holds(guard.name, assignment, facts) != guard.negated;
    });
    if (fires) return t;
  }
  return nullptr;
}

Draft::Draft(const World& world, const Command& command, Instant now)
    : world_(world),
      by_(command.by),
      is_administrator_(command.as_administrator || command.by == k_administrator),
      via_(command.key),
      now_(std::max(now, world.office.last_event)) {}

TimeRules Draft::time_rules() const {
  return {new_calendar_ ? *new_calendar_ : world_.office.calendar, world_.definitions.ladders.hours,
          world_.zone};
}

const Assignment* Draft::find(std::string_view code) const {
  auto found = scratch_.find(code);
  return found != scratch_.end() ? &found->second : world_.cases.find(code);
}

const Ladder* Draft::ladder_of(const Assignment& assignment) const {
  auto fresh = new_ladders_.find(assignment.ladder);
  if (fresh != new_ladders_.end()) return &fresh->second;
  auto kept = world_.office.ladders.find(assignment.ladder);
  return kept == world_.office.ladders.end() ? nullptr : &kept->second;
}

const Plan& Draft::plan_of(const Assignment& assignment) const {
  const PlanCase* plan = world_.office.plan(assignment.plan);
  CHECK(plan != nullptr);
  return plan->plan;
}

Event Draft::event(std::string subject, EventBody body) const {
  Event e;
  e.at = now_;
  e.by = by_;
  e.subject = std::move(subject);
  e.via = via_;
  e.body = std::move(body);
  return e;
}

Assignment* Draft::scratch(std::string_view code) {
  auto found = scratch_.find(code);
  if (found != scratch_.end()) return &found->second;
  const Assignment* kept = world_.cases.find(code);
  if (kept == nullptr) return nullptr;
  return &scratch_.emplace(std::string(code), *kept).first->second;
}

void Draft::arm_and_keep(Assignment& assignment, Event e, bool stop) {
  evolve(assignment, e);
  const Ladder* ladder = ladder_of(assignment);
  std::optional<NextStep> next;
  if (!stop && ladder != nullptr) next = next_step(assignment, *ladder, time_rules());
  if (next != assignment.next) {
    e.rearmed = true;
    e.next = next;
    assignment.next = next;
  }
  events_.push_back(std::move(e));
}

void Draft::add(std::string subject, EventBody body) {
  if (const auto* frozen = std::get_if<LadderFrozen>(&body))
    new_ladders_[frozen->key] = frozen->ladder;
  if (const auto* year = std::get_if<CalendarYearSet>(&body))
    new_calendar_ = time_rules().calendar.with(year->year);
  if (subject_kind(body) != SubjectKind::assignment) {
    events_.push_back(event(std::move(subject), std::move(body)));
    return;
  }
  Assignment* assignment = scratch(subject);
  CHECK(assignment != nullptr);
  arm_and_keep(*assignment, event(std::move(subject), std::move(body)), false);
}

bool Draft::add_move(std::string_view code, std::string_view on, EventBody body, GuardFacts facts) {
  Assignment* assignment = scratch(code);
  CHECK(assignment != nullptr);
  const Chart& chart = world_.definitions.assignment_chart;
  auto due = due_of(*assignment, time_rules().calendar, today());
  facts.is_late = due && today() > due->later();
  const Transition* transition = firing(chart, assignment->state, on, assignment, facts);
  if (transition == nullptr) return false;
  Event e = event(std::string(code), std::move(body));
  e.to = transition->to;
  e.meaning = chart.state(transition->to)->meaning;
  e.cleared = has_action(*transition, "clear_conditions");
  arm_and_keep(*assignment, std::move(e), has_action(*transition, "stop_ladder"));
  return true;
}

bool Draft::add_enforced(std::string_view code, std::string_view on, EventBody body) {
  Assignment* assignment = scratch(code);
  CHECK(assignment != nullptr);
  const Chart& chart = world_.definitions.assignment_chart;
  const auto transition =
      std::find_if(chart.transitions.begin(), chart.transitions.end(), [&](const Transition& t) {
        return t.on == on && chart.state(t.to)->meaning == Meaning::void_;
      });
  if (transition == chart.transitions.end()) return false;
  Event e = event(std::string(code), std::move(body));
  e.to = transition->to;
  e.meaning = Meaning::void_;
  e.cleared = true;
  arm_and_keep(*assignment, std::move(e), true);
  return true;
}

void Draft::add_taken_over(DutyTakenOver body) {
  std::string code = body.assignment.code;
  Event e = event(code, std::move(body));
  const Assignment& arrived = std::get<DutyTakenOver>(e.body).assignment;
  e.to = arrived.state;
  e.meaning = arrived.meaning;
  Assignment& kept = scratch_[code];
  arm_and_keep(kept, std::move(e), false);
}

void Draft::add_issued(std::string code, AssignmentIssued body, std::string_view state) {
  const ChartState* target = world_.definitions.assignment_chart.state(state);
  CHECK(target != nullptr);
  Event e = event(code, std::move(body));
  e.to = target->id;
  e.meaning = target->meaning;
  Assignment assignment;
  arm_and_keep(assignment, std::move(e), false);
}

bool Draft::add_plan_move(std::string_view plan, std::string_view on, EventBody body,
                          GuardFacts facts) {
  const Chart& chart = world_.definitions.plan_chart;
  std::string from = chart.initial;
  if (const PlanCase* kept = world_.office.plan(plan)) from = kept->state;
  if (auto found = plan_states_.find(plan); found != plan_states_.end()) from = found->second;
  const Transition* transition = firing(chart, from, on, nullptr, facts);
  if (transition == nullptr) return false;
  Event e = event(std::string(plan), std::move(body));
  e.to = transition->to;
  e.meaning = chart.state(transition->to)->meaning;
  plan_states_[std::string(plan)] = transition->to;
  events_.push_back(std::move(e));
  return true;
}

}  // namespace dondoc
