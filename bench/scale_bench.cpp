#include <fmt/format.h>
#include <malloc.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <vector>

#include "app/case_files.h"
#include "app/temporary_folder.h"
#include "bench/figures.h"
#include "bench/lead_pages.h"
#include "bench/place.h"
#include "bench/synthetic_office.h"
#include "engine/limits.h"
#include "engine/summary/totals.h"
#include "storage/sqlite/sqlite_backup.h"
#include "storage/sqlite/sqlite_reader.h"
#include "storage/sqlite/sqlite_store.h"

namespace dondoc::bench {
namespace {

constexpr int k_communes = 3'321;
constexpr int k_duties = 3;  ///< of each plan, so that a summary adds up as much in every office
constexpr std::size_t k_usual = 100'000;
constexpr LocalDate k_issued = LocalDate::from_days(19'600);
constexpr LocalDate k_due = LocalDate::from_days(19'900);
constexpr std::size_t k_steps = 8'000, k_acknowledgements = 8'000, k_batch = 128;
constexpr int k_looks = 1'000, k_boards = 20;

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point begin) {
  return std::chrono::duration<double>(Clock::now() - begin).count();
}

double resident_mb() {
  std::ifstream status("/proc/self/statm");
  std::size_t pages = 0;
  status >> pages >> pages;
  return static_cast<double>(pages) * static_cast<double>(::sysconf(_SC_PAGESIZE)) / 1e6;
}

double megabytes_of(const std::string& file) {
  double bytes = 0;
  std::error_code none;
  for (const char* part : {"", "-wal"}) {
    const auto size = std::filesystem::file_size(file + part, none);
    if (!none) bytes += static_cast<double>(size);
  }
  return bytes / 1e6;
}

OfficeSize plan_of(int number) { return {k_communes, k_duties, number * k_duties + 1}; }

struct Office {
  Definitions definitions;
  std::string file;
  int plans = 0;
  Instant issued = Zone::viet_nam().at(k_issued, TimeOfDay::at(20, 0));

  std::size_t assignments() const {
    return static_cast<std::size_t>(plans) * k_communes * k_duties;
  }
};

Result<void> make(const Office& office) {
  auto store = open_sqlite_store(office.file, {64, 5'000, 1'000, Sync::none});
  if (!store) return tl::unexpected(store.error());
  Engine engine(office.definitions, Zone::viet_nam(), **store, nullptr);
  if (auto opened = engine.open(office.issued); !opened) return opened;
  std::vector<Command> commands = make_units(plan_of(0));
  Person lead;
  lead.id = k_lead;
  lead.name = "Lãnh đạo";
  lead.unit = "uy-ban";
  lead.lead = true;
  commands.push_back({std::string(k_administrator), "", RegisterPerson{lead}});
  if (auto made = carry_out(engine, std::move(commands), office.issued); !made) return made;
  for (int number = 0; number < office.plans; ++number) {
    auto issued = carry_out(engine, {make_plan(plan_of(number), k_issued, k_due)}, office.issued);
    if (!issued) return issued;
  }
  return {};
}

/// By another process, so that the memory it took is gone. Requires: this one has no threads yet.
Result<void> make_elsewhere(const Office& office) {
  const pid_t maker = ::fork();
  if (maker == 0) {
    auto made = make(office);
    if (!made) fmt::print(stderr, "{}\n", made.error().message);
    ::_exit(made ? 0 : 1);
  }
  int status = 0;
  ::waitpid(maker, &status, 0);
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
    return failure(ErrorKind::permanent, "the made-up office could not be made");
  return {};
}

Result<void> measure_start(const Office& office, Engine& engine, Store& store, Figures& figures) {
  const auto begin = Clock::now();
  if (auto opened = engine.open(office.issued); !opened) return opened;
  if (auto wake = engine.wake_at(); !wake) return tl::unexpected(wake.error());
  figures.numbers.emplace_back("start: seconds until it takes commands", seconds_since(begin));
  figures.numbers.emplace_back("start: memory MB", resident_mb());
  const auto looking = Clock::now();
  for (int i = 0; i < k_looks; ++i) {
    if (auto earliest = store.earliest_step(); !earliest) return tl::unexpected(earliest.error());
  }
  figures.numbers.emplace_back("earliest step, us a look", seconds_since(looking) / k_looks * 1e6);
  return {};
}

/// Notes what `count` of something cost since `begin`.
class Cost {
 public:
  void note(Figures& figures, const std::string& what, std::size_t count) const {
    const auto each = 1e6 / static_cast<double>(count);
    figures.numbers.emplace_back(what + ", us each", seconds_since(begin_) * each);
    figures.numbers.emplace_back(what + ", processor us each",
                                 (processor_seconds() - processor_) * each);
  }

 private:
  const Clock::time_point begin_ = Clock::now();
  const double processor_ = processor_seconds();
};

Result<void> measure_steps(Engine& engine, Figures& figures) {
  auto second = engine.wake_at();
  if (!second) return tl::unexpected(second.error());
  if (!*second) return failure(ErrorKind::permanent, "nothing is armed");
  const Cost cost;
  std::size_t steps = 0;
  while (steps < k_steps) {
    auto ticked = engine.tick(**second);
    if (!ticked) return tl::unexpected(ticked.error());
    if (ticked->steps == 0) return failure(ErrorKind::permanent, "too few steps are due");
    steps += ticked->steps;
  }
  cost.note(figures, "a step", steps);
  return {};
}

/// Spread evenly over the whole office.
Result<void> measure_acknowledgements(const Office& office, Engine& engine, Figures& figures) {
  const std::size_t stride = office.assignments() / k_acknowledgements;
  const Cost cost;
  for (std::size_t done = 0; done < k_acknowledgements;) {
    std::vector<Command> commands;
    for (std::size_t i = 0; i < k_batch && done < k_acknowledgements; ++i, ++done) {
      const std::size_t number = done * stride;
      const int unit = static_cast<int>(number % k_communes) + 1;
      const int duty = static_cast<int>(number / k_communes) + 1;
      commands.push_back({officer_of(unit), fmt::format("bench:{}", done),
                          Acknowledge{code_of(duty, unit, plan_of(0))}});
    }
    auto handled = carry_out(engine, std::move(commands), office.issued);
    if (!handled) return handled;
  }
  cost.note(figures, "an acknowledgement", k_acknowledgements);
  figures.numbers.emplace_back("memory MB after these", resident_mb());
  return {};
}

Result<void> measure_summary(const Office& office, Figures& figures) {
  auto reader = open_sqlite_reader(office.file);
  if (!reader) return tl::unexpected(reader.error());
  const auto begin = Clock::now();
  auto desk = read_office(**reader);
  if (!desk) return tl::unexpected(desk.error());
  CaseFilter filter;
  filter.plan = "X-BENCH";
  auto cases = read_cases(**reader, filter);
  if (!cases) return tl::unexpected(cases.error());
  std::vector<const Assignment*> pointers;
  for (const Assignment& a : *cases) pointers.push_back(&a);
  const PlanSummary summary =
      summarize(desk->plan(filter.plan)->plan, "", pointers, desk->calendar, Zone::viet_nam());
  figures.numbers.emplace_back("summary of one plan (9,963 assignments), ms",
                               seconds_since(begin) * 1e3);
  if (summary.obligations.empty()) return failure(ErrorKind::permanent, "the summary is empty");
  return {};
}

Result<void> measure_board(const Office& office, Instant now, Figures& figures) {
  auto pages = LeadPages::open(office.definitions, office.file, now);
  if (!pages) return tl::unexpected(pages.error());
  std::vector<double> ms;
  if ((*pages)->get("/board").status != 200)
    return failure(ErrorKind::permanent, "no board was shown");
  for (int i = 0; i < k_boards; ++i) {
    const auto begin = Clock::now();
    (*pages)->get("/board");
    ms.push_back(seconds_since(begin) * 1e3);
  }
  std::sort(ms.begin(), ms.end());
  figures.numbers.emplace_back("pages: seconds to read the office", (*pages)->opening_ms() / 1e3);
  figures.numbers.emplace_back("pages: board of everything, ms p50", percentile(ms, 0.5));
  figures.numbers.emplace_back("pages: memory MB with them", resident_mb());
  return {};
}

Result<void> measure_backup(const Office& office, const TemporaryFolder& folder, Figures& figures) {
  const auto saving = Clock::now();
  if (auto saved = backup(office.file, folder.file("backup")); !saved) return saved;
  figures.numbers.emplace_back("backup: seconds", seconds_since(saving));
  const auto restoring = Clock::now();
  if (auto back = restore(folder.file("backup"), folder.file("restored.db")); !back) return back;
  figures.numbers.emplace_back("restore, the chain checked: seconds", seconds_since(restoring));
  return {};
}

/// Everything the engine does; it is gone afterwards with its memory.
Result<void> measure_engine(const Office& office, Figures& figures) {
  const auto begin = Clock::now();
  auto store = open_sqlite_store(office.file);
  if (!store) return tl::unexpected(store.error());
  figures.numbers.emplace_back("start: seconds to open the file", seconds_since(begin));
  Engine engine(office.definitions, Zone::viet_nam(), **store, nullptr);
  if (auto done = measure_start(office, engine, **store, figures); !done) return done;
  if (auto done = measure_acknowledgements(office, engine, figures); !done) return done;
  return measure_steps(engine, figures);
}

}  // namespace

Result<Figures> measure_scale(const Extent& extent) {
  auto definitions = definitions_of_this_place();
  if (!definitions) return tl::unexpected(definitions.error());
  definitions->ladders.digest_at.reset();  // measured are reminders
  const std::size_t wanted = extent.size == 0 ? k_usual : extent.size;
  const TemporaryFolder folder;
  Office office{std::move(*definitions), folder.file("scale.db")};
  office.plans = static_cast<int>(
      std::max<std::size_t>(1, (wanted + k_communes * k_duties / 2) / (k_communes * k_duties)));
  if (auto made = make_elsewhere(office); !made) return tl::unexpected(made.error());
  Figures figures{"scale", {}, {}};
  figures.numbers = {{"open assignments", static_cast<double>(office.assignments())},
                     {"disk MB", megabytes_of(office.file)}};
  if (auto done = measure_engine(office, figures); !done) return tl::unexpected(done.error());
  if (auto done = measure_summary(office, figures); !done) return tl::unexpected(done.error());
  ::malloc_trim(0);
  const Instant late = Zone::viet_nam().at(k_due + CalendarDays{5}, TimeOfDay::at(9, 0));
  if (auto done = measure_board(office, late, figures); !done) return tl::unexpected(done.error());
  if (auto done = measure_backup(office, folder, figures); !done)
    return tl::unexpected(done.error());
  figures.notes = {
      "3,321 communes with an officer each, plans of three duties. Made by another process, so the "
      "memory is that of a start.",
      "Steps: batches of 2,000, 8,000 of all those due at one second; acknowledgements: batches of "
      "128, spread over the whole office."};
  return figures;
}

}  // namespace dondoc::bench
