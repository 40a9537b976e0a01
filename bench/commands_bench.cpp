#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <mutex>

#include "app/runtime.h"
#include "app/temporary_folder.h"
#include "bench/counting_store.h"
#include "bench/figures.h"
#include "bench/synthetic_office.h"
#include "storage/sqlite/sqlite_store.h"

namespace dondoc::bench {
namespace {

constexpr OfficeSize k_size{500, 120};
constexpr std::size_t k_clients = 64;
constexpr LocalDate k_issued = LocalDate::from_days(19'600);  // 2023-08-31
constexpr LocalDate k_due = LocalDate::from_days(19'900);

/// 64 clients, each sending its next acknowledgement when the last one was answered.
class Clients {
 public:
  Clients(Runtime& runtime, std::size_t total) : runtime_(runtime), total_(total) {
    latency_us_.reserve(total);
  }

  double run() {
    auto begin = Clock::now();
    for (std::size_t i = 0; i < k_clients; ++i) send();
    std::unique_lock lock(mutex_);
    done_.wait(lock, [this] { return answered_ == total_; });
    return std::chrono::duration<double>(Clock::now() - begin).count();
  }

  std::size_t failed() const { return failed_; }

  double percentile_ms(double share) {
    std::sort(latency_us_.begin(), latency_us_.end());
    auto index = static_cast<std::size_t>(share * static_cast<double>(latency_us_.size() - 1));
    return static_cast<double>(latency_us_[index]) / 1000.0;
  }

 private:
  using Clock = std::chrono::steady_clock;

  void send() {
    const std::size_t number = next_.fetch_add(1);
    if (number >= total_) return;
    const int unit = static_cast<int>(number % static_cast<std::size_t>(k_size.units)) + 1;
    const int duty = static_cast<int>(number / static_cast<std::size_t>(k_size.units)) + 1;
    Command command{officer_of(unit), "bench:" + std::to_string(number),
                    Acknowledge{code_of(duty, unit, k_size)}};
    auto sent = Clock::now();
    runtime_.submit(std::move(command),
                    [this, sent](const Result<Answer>& answer) { answered(sent, answer); });
  }

  void answered(Clock::time_point sent, const Result<Answer>& answer) {
    // On the engine's thread, so the list needs no lock until the last answer.
    latency_us_.push_back(
        std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - sent).count());
    if (!answer || answer->kind != AnswerKind::done) ++failed_;
    {
      std::lock_guard lock(mutex_);
      ++answered_;
      if (answered_ == total_) done_.notify_one();
    }
    send();
  }

  Runtime& runtime_;
  std::size_t total_;
  std::atomic<std::size_t> next_{0};
  std::vector<std::int64_t> latency_us_;
  std::size_t failed_ = 0;
  std::mutex mutex_;
  std::condition_variable done_;
  std::size_t answered_ = 0;
};

Result<void> fill(Runtime& runtime) {
  for (Command& command : make_office(k_size, k_issued, k_due)) {
    auto answer = runtime.ask(std::move(command));
    if (!answer) return tl::unexpected(answer.error());
    if (answer->kind != AnswerKind::done)
      return failure(ErrorKind::permanent, "made-up office refused: " + answer->refusal.why.id);
  }
  return {};
}

}  // namespace

Result<Figures> measure_commands() {
  auto definitions = definitions_of_this_place();
  if (!definitions) return tl::unexpected(definitions.error());
  TemporaryFolder folder;
  auto store = open_sqlite_store(folder.file("bench.db"));
  if (!store) return tl::unexpected(store.error());
  CountingStore counting(**store);
  VirtualClock clock(Zone::viet_nam().at(k_issued, TimeOfDay::at(20, 0)));
  Runtime runtime({*definitions, Zone::viet_nam(), counting, nullptr, clock, &clock, {}});
  if (auto started = runtime.start(); !started) return tl::unexpected(started.error());
  if (auto filled = fill(runtime); !filled) return tl::unexpected(filled.error());
  counting.reset();
  const auto total = static_cast<std::size_t>(k_size.units * k_size.duties);
  Clients clients(runtime, total);
  const double seconds = clients.run();
  runtime.stop();
  const auto commits = static_cast<double>(counting.commits());
  const double batch = static_cast<double>(total) / commits;
  const std::size_t bytes = counting.bytes() / total;
  auto plain = plain_insert_rate(folder.file("plain.db"), bytes,
                                 static_cast<std::size_t>(batch + 0.5), total);
  if (!plain) return tl::unexpected(plain.error());
  const double rate = static_cast<double>(total) / seconds;
  Figures figures{"commands", {}, {}};
  figures.numbers = {{"clients", static_cast<double>(k_clients)},
                     {"acknowledgements", static_cast<double>(total)},
                     {"failed", static_cast<double>(clients.failed())},
                     {"durable acknowledgements per second", rate},
                     {"answer p50 ms", clients.percentile_ms(0.50)},
                     {"answer p99 ms", clients.percentile_ms(0.99)},
                     {"commands per durable commit", batch},
                     {"commits per command", commits / static_cast<double>(total)},
                     {"bytes written per command", static_cast<double>(bytes)},
                     {"plain SQLite inserts per second, same bytes", *plain},
                     {"ratio to plain SQLite", rate / *plain}};
  figures.notes = {
      "WAL, synchronous=FULL; every answer is given after its sync. Plain: one row of the same "
      "bytes a command,",
      "one transaction a batch of the same size, no index, nothing decided."};
  return figures;
}

}  // namespace dondoc::bench
