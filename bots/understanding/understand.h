// Understanding: what a reply means (design §8, domain.md §3), without knowing who sent it or what
// it is about: intents with their slots and a confidence, and whether it holds what must not be
// kept. Rules find acts as islands in the text (pattern.h, rules_*.cpp), figures become a report
// (indicators.h); then negations, questions, conditions and other people's deeds take acts away.
// Changes nothing by itself: acting (bots/talk) does so above a threshold only. Pure; safe from any
// thread; well under a millisecond.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bots/understanding/guard.h"
#include "bots/understanding/indicators.h"
#include "bots/understanding/pattern.h"
#include "engine/time/time.h"

namespace dondoc::understanding {

/// One act with the slots of domain.md §3; what was not said is empty.
struct Said {
  Kind kind = Kind::none;
  double confidence = 0;  ///< 0..1
  std::optional<double> percent, percent_max;
  std::optional<std::int64_t> done, total;
  std::string stage;
  std::optional<LocalDate> on, until, from;
  std::optional<int> days, working_days;
  std::optional<TimeOfDay> time;
  std::string part_of_day;
  std::optional<double> hours;
  std::string doc_no, channel, part, reason, category, to, unit;
  std::string query;  ///< kind of question
  bool temporary = false, nil = false, correction = false, approx = false, opt_out = false;
  std::vector<FoundFigure> values;
  std::string_view rule;  ///< its name in the tables
  std::size_t begin = 0;  ///< words of Meaning::text it was found in
  std::size_t end = 0;
};

/// Why a slot has its value: for people who change the rules.
struct Trace {
  std::string rule;
  std::string words;  ///< empty when the text may not be kept
  std::string gives;
};

struct Meaning {
  std::vector<Said> acts;          ///< in the order they were said; at least one
  std::vector<std::string> codes;  ///< of duties, as typed
  Danger danger = Danger::none;
  std::vector<Trace> traces;  ///< only when asked for

  const Said& main() const { return acts.front(); }
};

enum class Tracing { off, on };

/// `today` is the day the text was written on, from which "mai" counts.
Meaning understand(std::string_view text, LocalDate today, Tracing tracing = Tracing::off);

}  // namespace dondoc::understanding
