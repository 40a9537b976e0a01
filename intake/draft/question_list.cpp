#include "intake/draft/question_list.h"

#include <fmt/format.h>

namespace dondoc::intake {

const std::string& QuestionList::ask(DraftQuestion question) {
  question.id = fmt::format("N-Q{}", list_.size() + 1);
  list_.push_back(std::move(question));
  return list_.back().id;
}

const std::string& QuestionList::ask_together(DraftQuestion question) {
  for (DraftQuestion& asked : list_) {
    if (asked.question != question.question) continue;
    for (std::string& about : question.about) asked.about.push_back(std::move(about));
    for (auto& due : question.dues) asked.dues.push_back(std::move(due));
    return asked.id;
  }
  return ask(std::move(question));
}

}  // namespace dondoc::intake
