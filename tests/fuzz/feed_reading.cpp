// A plan document as text, read for its duties, and the draft and the page that are made of it.
#include <nlohmann/json.hpp>

#include "engine/check.h"
#include "intake/annotated_html.h"
#include "intake/draft_edits.h"
#include "intake/draft_plan.h"
#include "intake/plan_reading.h"
#include "tests/fuzz/feed.h"

namespace dondoc::fuzz {

void feed_reading(std::string_view input) {
  const auto document = read_source(input, SourceFormat::text);
  if (!document) return;
  const PlanReading reading = read_plan(*document);
  for (const Deadline& deadline : reading.deadlines) {
    CHECK(!deadline.quote.text.empty() && deadline.quote.line > 0);
    CHECK(!deadline.rule.empty());
    CHECK((deadline.due.form == DueForm::date) == deadline.due.date.has_value());
  }
  CHECK(draft_json(draft_plan(reading)).has_value());
  CHECK(!annotated_html(*document, reading).empty());
}

}  // namespace dondoc::fuzz
