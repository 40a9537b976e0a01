#include "bench/board_bench.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <optional>
#include <thread>

#include "app/temporary_folder.h"
#include "bench/lead_pages.h"
#include "bench/synthetic_office.h"
#include "engine/loop/engine.h"
#include "storage/sqlite/sqlite_store.h"

namespace dondoc::bench {
namespace {

constexpr OfficeSize k_size{3'321, 12};
constexpr LocalDate k_issued = LocalDate::from_days(19'600);
constexpr LocalDate k_due = LocalDate::from_days(19'700);
constexpr int k_looks = 200;
constexpr std::size_t k_updates = 2'000;  ///< a second, while a lead looks
constexpr auto k_between_looks = std::chrono::milliseconds(100);

using Clock = std::chrono::steady_clock;

double ms_since(Clock::time_point begin) {
  return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

Result<void> fill(Engine& engine, Instant now) {
  std::vector<Input> inputs;
  for (Command& command : make_office(k_size, k_issued, k_due))
    inputs.emplace_back(std::move(command));
  Person lead;
  lead.id = k_lead;
  lead.name = "Lãnh đạo";
  lead.unit = "uy-ban";
  lead.lead = true;
  inputs.emplace_back(Command{std::string(k_administrator), "", RegisterPerson{lead}});
  auto answers = engine.handle(inputs, now);
  if (!answers) return tl::unexpected(answers.error());
  return {};
}

struct Looks {
  std::vector<double> ms;
  std::size_t bytes = 0;
};

Looks measure(LeadPages& lead, const std::multimap<std::string, std::string>& query) {
  Looks looks;
  for (int i = 0; i < k_looks; ++i) {
    const auto begin = Clock::now();
    looks.bytes = lead.get("/board", query).body.size();
    looks.ms.push_back(ms_since(begin));
  }
  std::sort(looks.ms.begin(), looks.ms.end());
  return looks;
}

/// Everybody else: officers whose updates come in evenly, `k_updates` a second, until it is
/// stopped.
class Traffic {
 public:
  Traffic(Engine& engine, Instant now) : engine_(engine), now_(now), thread_([this] { run(); }) {}
  ~Traffic() { static_cast<void>(stop()); }

  /// How many were taken in a second, or why they were not. Errors: those of the store.
  Result<double> stop() {
    if (thread_.joinable()) {
      stopped_ = true;
      thread_.join();
    }
    if (fault_) return tl::unexpected(*fault_);
    return static_cast<double>(done_) / (ms_since(begin_) / 1'000);
  }

 private:
  void run() {
    auto next = Clock::now();
    while (!stopped_ && !fault_) {
      take(engine_.handle(batch(), now_));
      next += k_pause;
      std::this_thread::sleep_until(next);
    }
  }

  std::vector<Input> batch() {
    std::vector<Input> inputs;
    for (std::size_t n = 0; n < k_batch; ++n) {
      unit_ = unit_ % k_size.units + 1;
      if (unit_ == 1) ++round_;
      const int duty = 1 + round_ % k_size.duties;
      inputs.emplace_back(Command{
          officer_of(unit_), "",
          ReportProgress{
              code_of(duty, unit_, k_size), static_cast<double>(1 + round_ % 90), {}, {}, ""}});
    }
    return inputs;
  }

  void take(const Result<std::vector<Answer>>& answers) {
    if (!answers) {
      fault_ = answers.error();
    } else if (answers->front().kind != AnswerKind::done) {
      fault_ =
          Error{ErrorKind::permanent, "an update was refused: " + answers->front().refusal.why.id};
    } else {
      done_ += answers->size();
    }
  }

  static constexpr std::size_t k_batch = 20;
  static constexpr auto k_pause = std::chrono::microseconds(1'000'000 * k_batch / k_updates);

  Engine& engine_;
  const Instant now_;
  const Clock::time_point begin_ = Clock::now();
  std::atomic<bool> stopped_ = false;
  // Of the thread alone until it has been joined:
  int unit_ = 0;
  int round_ = 0;
  std::size_t done_ = 0;
  std::optional<Error> fault_;
  std::thread thread_;
};

struct LoadedLooks {
  Looks looks;
  double updates_a_second = 0;
};

/// Errors: those of the store.
Result<LoadedLooks> measure_under_load(LeadPages& lead, Engine& engine, Instant now) {
  Traffic traffic(engine, now);
  LoadedLooks loaded;
  for (int i = 0; i < k_looks; ++i) {
    const auto begin = Clock::now();
    static_cast<void>(lead.get("/board"));
    loaded.looks.ms.push_back(ms_since(begin));
    std::this_thread::sleep_until(begin + k_between_looks);
  }
  auto taken = traffic.stop();
  if (!taken) return tl::unexpected(taken.error());
  loaded.updates_a_second = *taken;
  std::sort(loaded.looks.ms.begin(), loaded.looks.ms.end());
  return loaded;
}

}  // namespace

Result<Figures> measure_board() {
  auto definitions = definitions_of_this_place();
  if (!definitions) return tl::unexpected(definitions.error());
  TemporaryFolder folder;
  const std::string path = folder.file("board.db");
  auto store = open_sqlite_store(path);
  if (!store) return tl::unexpected(store.error());
  const Zone zone = Zone::viet_nam();
  Engine engine(*definitions, zone, **store, nullptr);
  const Instant issued = zone.at(k_issued, TimeOfDay::at(9, 0));
  const Instant now = zone.at(k_due + CalendarDays{5}, TimeOfDay::at(9, 0));
  if (auto opened = engine.open(issued); !opened) return tl::unexpected(opened.error());
  if (auto filled = fill(engine, issued); !filled) return tl::unexpected(filled.error());
  auto pages = LeadPages::open(*definitions, path, now);
  if (!pages) return tl::unexpected(pages.error());
  LeadPages& lead = **pages;
  const auto first = Clock::now();
  if (lead.get("/board").status != 200) return failure(ErrorKind::permanent, "no board was shown");
  const double first_look = ms_since(first);
  const Looks all = measure(lead, {});
  const Looks plan = measure(lead, {{"plan", "X-BENCH"}});
  auto loaded = measure_under_load(lead, engine, now);
  if (!loaded) return tl::unexpected(loaded.error());
  Figures figures{"board", {}, {}};
  figures.numbers = {{"units", k_size.units},
                     {"duties", k_size.duties},
                     {"ms to read the office at the start", lead.opening_ms()},
                     {"ms of the first board of a day (with the year before)", first_look},
                     {"board of all plans, ms p50", percentile(all.ms, 0.5)},
                     {"board of all plans, ms p99", percentile(all.ms, 0.99)},
                     {"board of one plan, units x duties, ms p50", percentile(plan.ms, 0.5)},
                     {"board of one plan, units x duties, ms p99", percentile(plan.ms, 0.99)},
                     {"bytes of that page", static_cast<double>(plan.bytes)},
                     {"updates a second while a lead looks", loaded->updates_a_second},
                     {"board under these updates, ms p50", percentile(loaded->looks.ms, 0.5)},
                     {"board under these updates, ms p99", percentile(loaded->looks.ms, 0.99)}};
  figures.notes = {
      "server time of the whole page, sessions and access rules included; the heat map "
      "shows 60 units a page, worst first, counted over all of them"};
  return figures;
}

}  // namespace dondoc::bench
