// decide: a command and the state give events, or a refusal with a reason that can be shown to the
// person (design §4). Pure and total: no clock, no file, no change of state; every command gets an
// answer. Safe from any thread.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/command/command.h"
#include "engine/ladder/ladder.h"
#include "engine/lifecycle/chart.h"
#include "engine/state/office.h"
#include "engine/text/messages.h"
#include "engine/text/phrase.h"

namespace dondoc {

/// Definitions loaded from data files and checked; constant while the program runs.
struct Definitions {
  Chart plan_chart;
  Chart assignment_chart;
  LadderBook ladders;
  MessageBook vi;
  MessageBook en;
  std::vector<CalendarYear> calendars;
  std::string pages;         ///< public address of the pages; empty: none is known
  int retention_days = 730;  ///< how long messages and figures are kept; told to every officer

  const MessageBook& messages(std::string_view language) const {
    return language == "en" ? en : vi;
  }
  MessageBooks books() const { return {&vi, &en}; }
};

/// How decide looks up assignments. Pointers stay valid until the next change of state.
class Cases {
 public:
  virtual ~Cases() = default;
  /// Null when there is none of that code: not an error.
  virtual const Assignment* find(std::string_view code) const = 0;
  /// Codes of a plan, in order; `period` empty: all.
  virtual std::vector<std::string> codes_of_plan(std::string_view plan,
                                                 std::string_view period) const = 0;
  /// Codes of every assignment that is not done or void, in order.
  virtual std::vector<std::string> open_codes() const = 0;
  /// The same for one unit.
  virtual std::vector<std::string> open_codes_of_unit(std::string_view unit) const = 0;
  /// Every assignment of a unit in one of `plans`, in order; no plans: none.
  virtual std::vector<std::string> codes_of_unit(std::string_view unit,
                                                 const std::vector<std::string>& plans) const = 0;
};

/// What decide may look at.
struct World {
  const Definitions& definitions;
  const Office& office;
  const Cases& cases;
  Zone zone;
};

enum class Refusal {
  unknown,    ///< no such plan, duty, person, question
  forbidden,  ///< this person may not do it
  not_now,    ///< the lifecycle has no such move from here
  invalid,    ///< the content is at fault (date in the past, empty reason, …)
  redundant,  ///< already so; nothing was changed
};

struct Rejected {
  Refusal refusal = Refusal::invalid;
  Phrase why;  ///< can be shown to the person: in_words (engine/notice/facts.h)
};

using Decision = std::variant<std::vector<Event>, Rejected>;

Decision decide(const World& world, const Command& command, Instant now);

}  // namespace dondoc
