#include <fmt/format.h>

#include <chrono>
#include <optional>
#include <vector>

#include "app/runtime.h"
#include "bench/clients.h"
#include "bench/figures.h"
#include "bench/place.h"
#include "bench/slow_disk.h"
#include "bench/synthetic_office.h"

namespace dondoc::bench {
namespace {

constexpr int k_units = 500;
constexpr LocalDate k_issued = LocalDate::from_days(19'600);  // 2023-08-31
constexpr LocalDate k_due = LocalDate::from_days(19'900);
constexpr std::size_t k_client_counts[] = {64, 128, 256};
constexpr std::size_t k_rounds = std::size(k_client_counts);
constexpr std::chrono::milliseconds k_slow_sync{5};
constexpr std::size_t k_on_disk = 60'000, k_on_slow_disk = 20'000, k_on_server = 20'000;

/// What one round of clients found.
struct Round {
  double rate = 0, processor_us = 0, p50_ms = 0, p99_ms = 0;
  double batch = 0;  ///< changes a commit
  std::size_t bytes = 0;
  std::size_t failed = 0;
};

/// Rounds of acknowledgements in one office, each by other clients and of other assignments.
class Rounds {
 public:
  explicit Rounds(std::size_t total)
      : total_(total), size_{k_units, static_cast<int>(k_rounds * total / k_units)} {}

  Result<void> open(const Extent& extent, const Definitions& definitions) {
    auto place = Place::open(extent);
    if (!place) return tl::unexpected(place.error());
    place_ = std::move(*place);
    Engine engine(definitions, Zone::viet_nam(), place_->store(), nullptr);
    const Instant now = clock_.now();
    if (auto opened = engine.open(now); !opened) return opened;
    if (auto made = carry_out(engine, make_office(size_, k_issued, k_due), now); !made) return made;
    runtime_.emplace(Runtime::Parts{
        definitions, Zone::viet_nam(), place_->store(), nullptr, clock_, &clock_, {}});
    return runtime_->start();
  }

  Round measure(std::size_t round) {
    place_->store().reset();
    Clients clients(*runtime_, total_,
                    [&](std::size_t number) { return acknowledgement(round * total_ + number); });
    const double processor = processor_seconds();
    const double seconds = clients.run(k_client_counts[round]);
    Round found;
    found.processor_us = (processor_seconds() - processor) * 1e6 / static_cast<double>(total_);
    found.rate = static_cast<double>(total_) / seconds;
    found.p50_ms = clients.percentile_ms(0.50);
    found.p99_ms = clients.percentile_ms(0.99);
    found.failed = clients.failed();
    runtime_->read([&](const Engine&) {  // after the last commit
      found.batch = static_cast<double>(total_) / static_cast<double>(place_->store().commits());
      found.bytes = place_->store().bytes() / total_;
    });
    return found;
  }

  const Place& place() const { return *place_; }
  std::size_t total() const { return total_; }

 private:
  Command acknowledgement(std::size_t number) const {
    const int unit = static_cast<int>(number % k_units) + 1;
    const int duty = static_cast<int>(number / k_units) + 1;
    return {officer_of(unit), "bench:" + std::to_string(number),
            Acknowledge{code_of(duty, unit, size_)}};
  }

  std::size_t total_;
  OfficeSize size_;
  VirtualClock clock_{Zone::viet_nam().at(k_issued, TimeOfDay::at(20, 0))};
  std::unique_ptr<Place> place_;
  std::optional<Runtime> runtime_;
};

void note(Figures& figures, const std::string& who, const Round& round) {
  const auto add = [&](const char* what, double value) {
    figures.numbers.emplace_back(who + what, value);
  };
  add("durable acknowledgements per second", round.rate);
  add("answer p50 ms", round.p50_ms);
  add("answer p99 ms", round.p99_ms);
  add("changes a commit", round.batch);
  add("commits saved per change", 1 - 1 / round.batch);
  add("processor us per acknowledgement", round.processor_us);
  add("failed", static_cast<double>(round.failed));
}

/// Beside it nothing but SQLite: the same bytes in the same batches.
Result<void> note_plain(Figures& figures, const Rounds& rounds, const std::string& who,
                        const Round& round, const std::string& file) {
  auto plain = plain_insert_rate(rounds.place().file(file), round.bytes,
                                 static_cast<std::size_t>(round.batch + 0.5), rounds.total());
  if (!plain) return tl::unexpected(plain.error());
  figures.numbers.emplace_back(who + "plain SQLite inserts per second", *plain);
  figures.numbers.emplace_back(who + "ratio to plain SQLite", round.rate / *plain);
  return {};
}

Result<void> measure_rounds(Figures& figures, const Extent& extent, const Definitions& definitions,
                            SlowDisk* slow, std::size_t usual) {
  Rounds rounds(extent.size == 0 ? usual : extent.size);
  if (auto opened = rounds.open(extent, definitions); !opened) return opened;
  if (slow != nullptr) slow->take(k_slow_sync);
  for (std::size_t i = 0; i < k_rounds; ++i) {
    const std::string who =
        fmt::format("{}{} clients: ", slow == nullptr ? "" : "5 ms a sync, ", k_client_counts[i]);
    const Round found = rounds.measure(i);
    note(figures, who, found);
    if (rounds.place().is_on_server()) continue;
    auto plain = note_plain(figures, rounds, who, found, fmt::format("plain-{}.db", i));
    if (!plain) return plain;
  }
  return {};
}

}  // namespace

Result<Figures> measure_commands(const Extent& extent) {
  auto definitions = definitions_of_this_place();
  if (!definitions) return tl::unexpected(definitions.error());
  Figures figures{"commands", {}, {}};
  const bool on_server = !extent.database.empty();
  auto measured =
      measure_rounds(figures, extent, *definitions, nullptr, on_server ? k_on_server : k_on_disk);
  if (!measured) return tl::unexpected(measured.error());
  if (on_server) {
    figures.notes = {"PostgreSQL; every answer is given after its commit."};
    return figures;
  }
  SlowDisk slow;
  measured = measure_rounds(figures, extent, *definitions, &slow, k_on_slow_disk);
  if (!measured) return tl::unexpected(measured.error());
  figures.notes = {
      "WAL, synchronous=FULL; every answer is given after its sync. Plain: one row of the same "
      "bytes a change,",
      "one transaction a batch of the same size, no index, nothing decided."};
  return figures;
}

}  // namespace dondoc::bench
