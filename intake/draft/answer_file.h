// An answers file (workflows/schema/answers.schema.json) as values. Pure; safe from any thread.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/codec/json_reader.h"
#include "engine/plan/plan.h"

namespace dondoc::intake {

/// What a rule may leave out is that of the plan.
struct PlanDays {
  LocalDate from, to;
};

struct AnsweredDue {
  DueRule rule;
  bool in_own_words = false;  ///< states something; otherwise the document's words stay
};

using Names = std::vector<std::string>;  ///< of units: ids or names

/// Nothing and empty: as it is.
struct DutyAnswer {
  std::optional<AnsweredDue> due;
  Names who, to;
  std::optional<Kind> kind;
  std::string what;
  std::string note;
  bool drop = false;
};

struct HeadAnswer {
  std::string number, subject, issuer;
  std::optional<LocalDate> date;
};

struct Answer {
  std::string question;                     ///< its id, or all of its text
  bool accept = false;                      ///< what was proposed
  DutyAnswer duties;                        ///< all that the question is about
  std::map<std::string, AnsweredDue> dues;  ///< of some of them, by id
  Names drop;                               ///< of some of them
  std::map<std::string, Names> units;       ///< a unit or group → who that is
  HeadAnswer head;
  std::string pointer;  ///< where it stands, for faults
};

struct Correction {
  std::string duty;
  DutyAnswer what;
  std::string pointer;
};

struct Addition {
  std::size_t line = 1;
  DutyAnswer what;
};

struct AnswerFile {
  std::vector<Answer> answers;
  std::vector<Addition> additions;
  std::vector<Correction> corrections;
};

/// Every fault of form is in `faults`; then nothing of it counts.
AnswerFile read_answer_file(const JsonDocument& document, const PlanDays& days, Faults& faults);

}  // namespace dondoc::intake
