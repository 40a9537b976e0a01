// Sentences of a paragraph with everything that is judged in them: times, verbs of duties, what
// stands in quotation marks, what is a citation. Values only; safe from any thread.
#pragma once

#include <cstddef>
#include <vector>

#include "intake/language/outline.h"
#include "intake/language/time_expression.h"

namespace dondoc::intake {

struct Verb {
  std::size_t at = 0, end = 0;
  DeadlineKind kind = DeadlineKind::task;
};

struct Sentence {
  std::size_t begin = 0, end = 0;  ///< tokens of the node; a `;` ends one too
  std::size_t opened = 0;          ///< where the whole sentence begins that the `;` parts
  std::vector<TimeExpression> times;
  std::vector<Verb> verbs;
};

struct NodeSentences {
  std::vector<Sentence> sentences;
  std::vector<bool> quoted;  ///< by token: within “…”
  std::vector<bool> cited;   ///< by token: "Kế hoạch số 5/KH-UBND ngày 05/01/2025"
  std::vector<int> depth;    ///< by token: brackets open around it
};

NodeSentences sentences_of(const Node& node);

/// The kind of duty at a token: of the verb nearest before it, else the first behind it.
DeadlineKind kind_at(const Sentence& sentence, std::size_t at);

}  // namespace dondoc::intake
