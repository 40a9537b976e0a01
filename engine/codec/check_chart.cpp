#include "engine/codec/check_chart.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "engine/codec/declared_names.h"

namespace dondoc {
namespace {

std::string transition_text(const Transition& transition) {
  return fmt::format("'{}' on '{}'", transition.from, transition.on);
}

/// A guard that one transition wants and the other forbids: never both at once.
bool are_apart(const Transition& a, const Transition& b) {
  return std::any_of(a.guards.begin(), a.guards.end(), [&](const Guard& one) {
    return std::any_of(b.guards.begin(), b.guards.end(), [&](const Guard& other) {
      return one.name == other.name && one.negated != other.negated;
    });
  });
}

void know_all(DeclaredNames& names, const std::vector<std::string_view>& all) {
  for (auto name : all) names.know(std::string(name));
}

class ChartCheck {
 public:
  ChartCheck(const ChartFile& file, Faults& faults)
      : file_(file), chart_(file.chart), faults_(faults) {}

  void run() {
    declare();
    for (std::size_t i = 0; i < chart_.transitions.size(); ++i) check_transition(i);
    check_ambiguity();
    check_reachable();
    check_exits();
    check_core();
  }

 private:
  void declare() {
    declare_all(states_, chart_.states, "/states", faults_);
    know_all(triggers_, known_triggers(chart_.id));
    for (std::size_t i = 0; i < chart_.triggers.size(); ++i) declare_trigger(i);
    know_all(guards_, known_guards());
    know_all(actions_, known_actions());
    states_.require(chart_.initial, "/initial", faults_);
  }

  void declare_trigger(std::size_t i) {
    const auto& trigger = chart_.triggers[i];
    auto pointer = pointer_to("/triggers", i) + "/id";
    const auto& known = known_triggers(chart_.id);
    if (std::find(known.begin(), known.end(), trigger.id) != known.end()) {
      faults_.add(
          pointer,
          fmt::format("the engine has a trigger '{}' of its own; choose another name", trigger.id));
    } else {
      triggers_.declare(trigger.id, pointer, faults_);
    }
    bool used =
        std::any_of(chart_.transitions.begin(), chart_.transitions.end(),
                    [&](const Transition& transition) { return transition.on == trigger.id; });
    if (!used && !trigger.id.empty())
      faults_.add(pointer, fmt::format("no transition uses the trigger '{}'", trigger.id));
  }

  void check_transition(std::size_t i) {
    const auto& transition = chart_.transitions[i];
    const auto& place = file_.places[i];
    states_.require(transition.from, file_.from_places[i], faults_);
    // What an entry says once is looked at once, however many states it leaves.
    if (i > 0 && file_.places[i - 1] == place) return;
    states_.require(transition.to, place + "/to", faults_);
    triggers_.require(transition.on, place + "/on", faults_);
    for (std::size_t k = 0; k < transition.guards.size(); ++k) {
      guards_.require(transition.guards[k].name, fmt::format("{}/guards/{}", place, k), faults_);
    }
    for (std::size_t k = 0; k < transition.actions.size(); ++k) {
      actions_.require(transition.actions[k], fmt::format("{}/actions/{}", place, k), faults_);
    }
    if (are_apart(transition, transition))
      faults_.add(place + "/guards", "can never fire: a guard and its opposite");
  }

  void check_ambiguity() {
    for (std::size_t i = 0; i < chart_.transitions.size(); ++i) {
      for (std::size_t k = 0; k < i; ++k) {
        const auto& later = chart_.transitions[i];
        const auto& earlier = chart_.transitions[k];
        if (later.from != earlier.from || later.on != earlier.on || later.from.empty() ||
            are_apart(later, earlier))
          continue;
        faults_.add(
            file_.places[i],
            fmt::format("can fire together with {}: both leave {}; separate them by a guard in "
                        "one and '!' before it in the other",
                        file_.places[k], transition_text(later)));
      }
    }
  }

  void check_reachable() {
    if (!states_.has(chart_.initial)) return;
    std::set<std::string> reached = {chart_.initial};
    for (bool grows = true; grows;) {
      grows = false;
      for (const auto& transition : chart_.transitions) {
        if (reached.count(transition.from) != 0) grows |= reached.insert(transition.to).second;
      }
    }
    for (std::size_t i = 0; i < chart_.states.size(); ++i) {
      const auto& id = chart_.states[i].id;
      if (id.empty() || reached.count(id) != 0) continue;
      faults_.add(pointer_to("/states", i),
                  fmt::format("no way leads from '{}' to '{}'", chart_.initial, id));
    }
  }

  void check_exits() {
    for (std::size_t i = 0; i < chart_.states.size(); ++i) {
      const auto& state = chart_.states[i];
      bool left = std::any_of(chart_.transitions.begin(), chart_.transitions.end(),
                              [&](const Transition& transition) {
                                return transition.from == state.id && transition.to != state.id;
                              });
      if (left || state.final || state.id.empty()) continue;
      faults_.add(pointer_to("/states", i),
                  fmt::format("dead end: nothing leaves '{}' and it is not final", state.id));
    }
  }

  void check_core() {
    for (auto state : core_states(chart_.id)) {
      if (!states_.has(std::string(state)))
        faults_.add("/states", fmt::format("the state '{}' is missing", state));
    }
    for (auto trigger : known_triggers(chart_.id)) {
      bool used =
          std::any_of(chart_.transitions.begin(), chart_.transitions.end(),
                      [&](const Transition& transition) { return transition.on == trigger; });
      if (!used)
        faults_.add("/transitions",
                    fmt::format("no transition answers the engine's trigger '{}'", trigger));
    }
  }

  const ChartFile& file_;
  const Chart& chart_;
  Faults& faults_;
  DeclaredNames states_{"state"};
  DeclaredNames triggers_{"trigger"};
  DeclaredNames guards_{"guard"};
  DeclaredNames actions_{"action"};
};

}  // namespace

const std::vector<std::string_view>& core_states(std::string_view chart) {
  static const std::vector<std::string_view> assignment = {
      "unconfirmed", "issued",   "acknowledged", "in_progress", "reported",
      "returned",    "accepted", "closed",       "waived",      "transferred"};
  static const std::vector<std::string_view> plan = {
      "draft", "issued", "in_progress", "reported", "summarized", "cancelled", "superseded"};
  static const std::vector<std::string_view> none;
  if (chart == "assignment") return assignment;
  return chart == "plan" ? plan : none;
}

void check_chart(const ChartFile& file, Faults& faults) { ChartCheck(file, faults).run(); }

}  // namespace dondoc
