#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <vector>

#include "bench/figures.h"
#include "bench/place.h"
#include "bench/synthetic_office.h"
#include "storage/open.h"

namespace dondoc::bench {
namespace {

constexpr int k_usual = 20'000;
constexpr LocalDate k_issued = LocalDate::from_days(19'600);
constexpr LocalDate k_due = LocalDate::from_days(19'900);

using Clock = std::chrono::steady_clock;

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
  const auto begin = Clock::now();
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
  std::sort(run.lateness_ms.begin(), run.lateness_ms.end());
  return run;
}

struct Told {
  std::size_t early = 0;    ///< in the outbox before the second they were due
  std::size_t missing = 0;  ///< assignments nobody was reminded of
  std::size_t twice = 0;    ///< assignments somebody was reminded of more than once
};

/// What is in the outbox for each of the assignments, read as a page would.
Result<Told> read_told(const Place& place, const OfficeSize& size, Instant second) {
  auto reader = open_reader(place.database());
  if (!reader) return tl::unexpected(reader.error());
  Told told;
  std::map<std::string, int> reminders;
  std::int64_t last = 0;
  for (bool more = true; more;) {
    auto rows = (*reader)->outbox("", "", last, 1'000);
    if (!rows) return tl::unexpected(rows.error());
    for (const OutboxRecord& record : *rows) {
      last = record.row.id;
      if (record.row.created < second) ++told.early;
      ++reminders[record.row.code];
    }
    more = !rows->empty();
  }
  for (int unit = 1; unit <= size.units; ++unit) {
    const int count = reminders[code_of(1, unit, size)];
    if (count == 0) ++told.missing;
    if (count > 1) ++told.twice;
  }
  return told;
}

/// Errors: those of the store; permanent when a step is taken early or twice.
Result<Run> measure_run(Engine& engine, Instant second) {
  auto early = engine.tick(second - Elapsed{1});
  if (!early) return tl::unexpected(early.error());
  if (early->steps != 0 || early->messages != 0)
    return failure(ErrorKind::permanent, "a step was taken before its time");
  auto run = drain(engine, second);
  if (!run) return run;
  auto again = drain(engine, second);
  if (!again) return again;
  if (again->steps != 0 || again->messages != 0)
    return failure(ErrorKind::permanent, "a step was taken twice");
  return run;
}

}  // namespace

Result<Figures> measure_steps(const Extent& extent) {
  auto definitions = definitions_of_this_place();
  if (!definitions) return tl::unexpected(definitions.error());
  definitions->ladders.digest_at.reset();  // measured are reminders
  auto place = Place::open(extent);
  if (!place) return tl::unexpected(place.error());
  const OfficeSize size{extent.size == 0 ? k_usual : static_cast<int>(extent.size), 1};
  const Zone zone = Zone::viet_nam();
  Engine engine(*definitions, zone, (*place)->store(), nullptr);
  const Instant evening = zone.at(k_issued, TimeOfDay::at(20, 0));
  if (auto opened = engine.open(evening); !opened) return tl::unexpected(opened.error());
  auto made = carry_out(engine, make_office(size, k_issued, k_due), evening);
  if (!made) return tl::unexpected(made.error());
  auto second =
      engine.wake_at();  // the morning after: every assignment is told to its unit at 08:00
  if (!second) return tl::unexpected(second.error());
  if (!*second) return failure(ErrorKind::permanent, "nothing is armed");
  auto run = measure_run(engine, **second);
  if (!run) return tl::unexpected(run.error());
  auto told = read_told(**place, size, **second);
  if (!told) return tl::unexpected(told.error());
  Figures figures{"steps", {}, {}};
  figures.numbers = {{"reminders due in the same second", static_cast<double>(run->steps)},
                     {"messages in the outbox", static_cast<double>(run->messages)},
                     {"seconds until the last is in the outbox", run->seconds},
                     {"reminders per second", static_cast<double>(run->steps) / run->seconds},
                     {"lateness p50 ms", percentile(run->lateness_ms, 0.50)},
                     {"lateness p99 ms", percentile(run->lateness_ms, 0.99)},
                     {"early", static_cast<double>(told->early)},
                     {"missing", static_cast<double>(told->missing)},
                     {"twice", static_cast<double>(told->twice)}};
  figures.notes = {(*place)->is_on_server() ? "Durable: after the commit of PostgreSQL."
                                            : "Durable (WAL, synchronous=FULL).",
                   "Early, missing and twice are counted in the outbox afterwards."};
  return figures;
}

}  // namespace dondoc::bench
