// How well a document was read, against its label (NAME.txt + NAME.json): hits, what was missed and
// what was invented, as people would count it: a deadline is right when its due rule is and its
// quote is of the same place.
#pragma once

#include <string>
#include <vector>

#include "intake/plan_reading.h"

namespace dondoc::intake_tests {

struct Share {
  int hits = 0, wanted = 0, got = 0;
  /// Harmonic mean of precision and recall; 1 when nothing was wanted and nothing given.
  double f1() const;
  double precision() const { return got == 0 ? 1 : static_cast<double>(hits) / got; }
  double recall() const { return wanted == 0 ? 1 : static_cast<double>(hits) / wanted; }
};

struct Score {
  int documents = 0;
  Share dated, open, targets, budget;
  Share head, who, to;              ///< recall only
  std::vector<std::string> faults;  ///< each miss and invention, for people

  std::string text() const;
};

/// One block a line, as a .txt gives it.
SourceDocument lines_of(const std::string& text);

/// Adds what `reading` has of the label in `json`. `name` is for the faults.
void add_score(Score& score, const std::string& name, const PlanReading& reading,
               const std::string& json);

/// Every pair NAME.txt + NAME.json of a folder, in order.
Score score_of_folder(const std::string& folder);

}  // namespace dondoc::intake_tests
