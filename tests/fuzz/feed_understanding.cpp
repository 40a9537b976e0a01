#include <cmath>

#include "bots/understanding/understand.h"
#include "engine/check.h"
#include "tests/fuzz/feed.h"

namespace dondoc::fuzz {

using namespace understanding;

void feed_understanding(std::string_view input) {
  const LocalDate today = LocalDate::of(2023, 11, 13).value();
  const Meaning meaning = understand(input, today);
  CHECK(!meaning.acts.empty());
  CHECK(meaning.danger == danger_in(input));
  CHECK(meaning.traces.empty());
  for (const Said& said : meaning.acts) {
    CHECK(said.confidence >= 0 && said.confidence <= 1);
    CHECK(!said.percent || std::isfinite(*said.percent));  // "150%": the conversation says why not
    CHECK(said.begin <= said.end);
  }
  const Meaning traced = understand(input, today, Tracing::on);
  CHECK(traced.acts.size() == meaning.acts.size());
  for (std::size_t i = 0; i < traced.acts.size(); ++i)
    CHECK(traced.acts[i].kind == meaning.acts[i].kind);
  // What may not be kept is not told either.
  for (const Trace& trace : traced.traces)
    CHECK(traced.danger == Danger::none || trace.words.empty());
}

}  // namespace dondoc::fuzz
