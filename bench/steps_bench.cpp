#include <algorithm>
#include <chrono>

#include "app/temporary_folder.h"
#include "bench/figures.h"
#include "bench/synthetic_office.h"
#include "engine/loop/engine.h"
#include "storage/sqlite/sqlite_store.h"

namespace dondoc::bench {
namespace {

constexpr OfficeSize k_size{20'000, 1};
constexpr LocalDate k_issued = LocalDate::from_days(19'600);
constexpr LocalDate k_due = LocalDate::from_days(19'900);

using Clock = std::chrono::steady_clock;

Result<void> fill(Engine& engine, Instant now) {
  std::vector<Input> inputs;
  for (Command& command : make_office(k_size, k_issued, k_due))
    inputs.emplace_back(std::move(command));
  auto answers = engine.handle(inputs, now);
  if (!answers) return tl::unexpected(answers.error());
  if (answers->back().kind != AnswerKind::done)
    return failure(ErrorKind::permanent,
                   "made-up office refused: " + answers->back().refusal.why.id);
  return {};
}

struct Run {
  std::size_t steps = 0;
  std::size_t messages = 0;
  std::vector<double>
      lateness_ms;  ///< one a step: when its transaction was durable after the second it was due
  double seconds = 0;
};

/// Everything due at `now`, batch after batch, as the runtime does it.
Result<Run> drain(Engine& engine, Instant now) {
  Run run;
  auto begin = Clock::now();
  for (bool more = true; more;) {
    auto ticked = engine.tick(now);
    if (!ticked) return tl::unexpected(ticked.error());
    const double ms = std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
    run.lateness_ms.insert(run.lateness_ms.end(), ticked->steps, ms);
    run.steps += ticked->steps;
    run.messages += ticked->messages;
    more = ticked->more;
  }
  run.seconds = std::chrono::duration<double>(Clock::now() - begin).count();
  return run;
}

}  // namespace

Result<Figures> measure_steps() {
  auto definitions = definitions_of_this_place();
  if (!definitions) return tl::unexpected(definitions.error());
  definitions->ladders.digest_at.reset();  // measured are reminders
  TemporaryFolder folder;
  auto store = open_sqlite_store(folder.file("steps.db"));
  if (!store) return tl::unexpected(store.error());
  const Zone zone = Zone::viet_nam();
  Engine engine(*definitions, zone, **store, nullptr);
  const Instant evening = zone.at(k_issued, TimeOfDay::at(20, 0));
  if (auto opened = engine.open(evening); !opened) return tl::unexpected(opened.error());
  if (auto filled = fill(engine, evening); !filled) return tl::unexpected(filled.error());
  auto second =
      engine.wake_at();  // the morning after: every assignment is told to its unit at 08:00
  if (!second) return tl::unexpected(second.error());
  if (!*second) return failure(ErrorKind::permanent, "nothing is armed");
  auto run = drain(engine, **second);
  if (!run) return tl::unexpected(run.error());
  std::sort(run->lateness_ms.begin(), run->lateness_ms.end());
  Figures figures{"steps", {}, {}};
  figures.numbers = {{"reminders due in the same second", static_cast<double>(run->steps)},
                     {"messages in the outbox", static_cast<double>(run->messages)},
                     {"seconds until the last is in the outbox", run->seconds},
                     {"reminders per second", static_cast<double>(run->steps) / run->seconds},
                     {"lateness p50 ms", percentile(run->lateness_ms, 0.50)},
                     {"lateness p99 ms", percentile(run->lateness_ms, 0.99)}};
  figures.notes = {
      "Durable (WAL, synchronous=FULL). Reminders of one person at the same moment become one "
      "message."};
  return figures;
}

}  // namespace dondoc::bench
