#include <chrono>

#include "app/runtime.h"
#include "bench/clients.h"
#include "bench/figures.h"
#include "bench/place.h"
#include "bench/synthetic_office.h"

namespace dondoc::bench {
namespace {

constexpr int k_units = 500;
constexpr std::size_t k_usual = 20'000, k_clients = 256;
constexpr LocalDate k_issued = LocalDate::from_days(19'600);
constexpr LocalDate k_due = LocalDate::from_days(19'900);

using Clock = std::chrono::steady_clock;

/// Duties of two steps, as peers count them: put away, first step, second step.
struct Seconds {
  double putting_away = 0;
  double acknowledging = 0;
  double reporting = 0;
};

class Work {
 public:
  Work(std::size_t items, Store& store, const Definitions& definitions)
      : items_(items),
        size_{k_units, static_cast<int>(items / k_units)},
        store_(store),
        definitions_(definitions) {}

  Result<Seconds> measure() {
    Seconds seconds;
    if (auto made = put_away(seconds); !made) return tl::unexpected(made.error());
    Runtime runtime({definitions_, Zone::viet_nam(), store_, nullptr, clock_, &clock_, {}});
    if (auto started = runtime.start(); !started) return tl::unexpected(started.error());
    Clients first(runtime, items_, [this](std::size_t n) {
      return Command{officer_of(unit(n)), "first:" + std::to_string(n), Acknowledge{code(n)}};
    });
    seconds.acknowledging = first.run(k_clients);
    Clients second(runtime, items_, [this](std::size_t n) {
      return Command{officer_of(unit(n)), "second:" + std::to_string(n),
                     Submit{{code(n)}, Outcome::complete, {}, "", {}}};
    });
    seconds.reporting = second.run(k_clients);
    if (first.failed() + second.failed() != 0)
      return failure(ErrorKind::permanent, "a step was refused or not stored");
    return seconds;
  }

 private:
  Result<void> put_away(Seconds& seconds) {
    Engine engine(definitions_, Zone::viet_nam(), store_, nullptr);
    const Instant now = clock_.now();
    if (auto opened = engine.open(now); !opened) return opened;
    if (auto made = carry_out(engine, make_units(size_), now); !made) return made;
    const auto begin = Clock::now();
    auto issued = carry_out(engine, {make_plan(size_, k_issued, k_due)}, now);
    seconds.putting_away = std::chrono::duration<double>(Clock::now() - begin).count();
    return issued;
  }

  int unit(std::size_t number) const { return static_cast<int>(number % k_units) + 1; }
  std::string code(std::size_t number) const {
    return code_of(static_cast<int>(number / k_units) + 1, unit(number), size_);
  }

  const std::size_t items_;
  const OfficeSize size_;
  Store& store_;
  const Definitions& definitions_;
  VirtualClock clock_{Zone::viet_nam().at(k_issued, TimeOfDay::at(20, 0))};
};

}  // namespace

Result<Figures> measure_work(const Extent& extent) {
  auto definitions = definitions_of_this_place();
  if (!definitions) return tl::unexpected(definitions.error());
  auto place = Place::open(extent);
  if (!place) return tl::unexpected(place.error());
  const std::size_t items = extent.size == 0 ? k_usual : extent.size;
  Work work(items, (*place)->store(), *definitions);
  auto seconds = work.measure();
  if (!seconds) return tl::unexpected(seconds.error());
  const double steps = seconds->acknowledging + seconds->reporting;
  const auto count = static_cast<double>(items);
  Figures figures{"work", {}, {}};
  figures.numbers = {{"two-step items", count},
                     {"clients", static_cast<double>(k_clients)},
                     {"two-step items per second", count / (seconds->putting_away + steps)},
                     {"seconds to put them away", seconds->putting_away},
                     {"seconds of the first step", seconds->acknowledging},
                     {"seconds of the second step", seconds->reporting}};
  figures.notes = {
      "An item is a duty of a unit: issued, acknowledged, reported. Both steps by clients that "
      "wait "
      "for their answer;",
      "each is decided, logged, told to its sender and durable. The rate counts the issuing too."};
  return figures;
}

}  // namespace dondoc::bench
