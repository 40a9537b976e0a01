// The questions of a draft, numbered as they come. Owned by one thread.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "engine/plan/due_rule.h"

namespace dondoc::intake {

struct DraftQuestion {
  std::string id;
  std::vector<std::string> about;  ///< obligations, "plan", "units"
  std::string question;
  std::size_t line = 0;                                 ///< 0: none
  std::string proposal;                                 ///< empty: nothing can be proposed
  std::vector<std::pair<std::string, DueRule>> dues{};  ///< obligation → rule, when confirmed
  bool conflict = false;
};

class QuestionList {
 public:
  /// Gives it its id.
  const std::string& ask(DraftQuestion question);
  /// The same question about several obligations is asked once.
  const std::string& ask_together(DraftQuestion question);

  const std::vector<DraftQuestion>& all() const { return list_; }

 private:
  std::vector<DraftQuestion> list_;
};

}  // namespace dondoc::intake
