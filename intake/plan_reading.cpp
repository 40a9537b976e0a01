#include "intake/plan_reading.h"

#include "intake/language/budget_table.h"
#include "intake/language/calendar_point.h"
#include "intake/language/deadlines.h"
#include "intake/language/document_head.h"
#include "intake/language/figures.h"
#include "intake/language/outline.h"
#include "intake/language/sentence.h"
#include "intake/language/undated_duties.h"
#include "intake/reading_questions.h"

namespace dondoc {
namespace {

using namespace intake;

/// "… năm 2018 trên địa bàn …": the last year of the subject that stands alone.
int title_year(const std::string& title) {
  const Tokens tokens = tokens_of(title);
  int year = 0;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (!tokens[at].is("năm")) continue;
    const bool up_to = at > 0 && (tokens[at - 1].is("đến") || tokens[at - 1].is("hết"));
    const auto point = point_at(tokens, at, Bare::refused);
    if (point && point->is_year() && point->year && !up_to) year = *point->year;
  }
  return year;
}

}  // namespace

PlanReading read_plan(const SourceDocument& document) {
  PlanReading reading;
  const Outline outline = outline_of(document);
  reading.head = document_head(outline);
  DateFrame frame;
  frame.signed_on = reading.head.date;
  frame.year = year_of(reading.head, outline);
  frame.title_year = title_year(reading.head.title);
  // "Đề án … giai đoạn 2020 - 2030” năm 2023": the plan is for the year that stands alone.
  if (frame.title_year >= reading.head.year && frame.title_year > 0)
    reading.head.last_year = frame.title_year;
  std::vector<NodeSentences> sentences;
  sentences.reserve(outline.nodes.size());
  for (const Node& node : outline.nodes) sentences.push_back(sentences_of(node));
  std::vector<NodeDues> dated;
  reading.deadlines = deadlines_of(outline, sentences, frame, dated);
  reading.undated = undated_duties_of(outline, sentences, dated);
  reading.targets = targets_of(outline, sentences);
  reading.budget = budget_of(outline, sentences);
  for (BudgetLine& line : budget_tables_of(outline)) reading.budget.push_back(std::move(line));
  reading.questions = questions_of(reading);
  return reading;
}

}  // namespace dondoc
