// Lifecycles as data (design §5): statecharts loaded from workflows/lifecycles/*.json. Values only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dondoc {

/// What a state means to board, ladder and summary, so that an office may add states in the file
/// alone.
enum class Meaning {
  waiting,   ///< not yet in force: draft, unconfirmed
  open,      ///< somebody owes it; reminded, may become overdue
  reported,  ///< handed in, not yet judged; not reminded
  done,      ///< counted as completed
  void_,     ///< taken out: cancelled, waived, transferred, superseded; counted nowhere
};

struct ChartState {
  std::string id;
  std::string label_vi;
  std::string label_en;
  Meaning meaning = Meaning::open;
  bool final = false;  ///< no transition need leave it
};

struct Guard {
  std::string name;
  bool negated = false;  ///< written "!name"
};

struct Transition {
  std::string from;
  std::string on;  ///< trigger
  std::string to;
  std::vector<Guard> guards;
  std::vector<std::string> actions;
};

/// A trigger that the engine has no own command for ("trình ký"); typed by its label in the chat.
struct Trigger {
  std::string id;
  std::string label_vi;
  std::string label_en;
  std::string by;  ///< "officer" or "lead"
};

struct Chart {
  std::string id;  ///< "plan" or "assignment"
  std::string initial;
  std::vector<ChartState> states;
  std::vector<Transition> transitions;
  std::vector<Trigger> triggers;

  const ChartState* state(std::string_view id) const;
  /// Transitions that leave `from` on `on`, guards not yet judged.
  std::vector<const Transition*> leaving(std::string_view from, std::string_view on) const;
};

/// Names a chart may use; anything else is a fault.
const std::vector<std::string_view>& known_guards();
const std::vector<std::string_view>& known_actions();
/// Triggers the engine fires itself, per chart id.
const std::vector<std::string_view>& known_triggers(std::string_view chart);

/// The chart as a Mermaid stateDiagram-v2 or as an SVG drawing made by hand-written layout (no
/// external program). In the SVG the usual way runs from top to bottom and the other states stand
/// beside it; every state is a group with `data-state`, without any style sheet, so that a page can
/// mark states under a strict content policy.
std::string mermaid(const Chart& chart, std::string_view language);
std::string svg(const Chart& chart, std::string_view language);

}  // namespace dondoc
