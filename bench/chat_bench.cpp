#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <condition_variable>
#include <future>
#include <mutex>
#include <queue>
#include <unordered_map>

#include "app/runtime.h"
#include "app/temporary_folder.h"
#include "bench/figures.h"
#include "bench/synthetic_office.h"
#include "bots/sandbox/sandbox_channel.h"
#include "bots/talk/talk.h"
#include "storage/sqlite/sqlite_store.h"

namespace dondoc::bench {
namespace {

constexpr OfficeSize k_size{1'000, 4};
constexpr LocalDate k_issued = LocalDate::from_days(19'600);  // 2023-08-31
constexpr LocalDate k_due = LocalDate::from_days(19'900);
constexpr int k_messages = 12;         ///< of each officer, in one round
constexpr double k_pause_seconds = 1;  ///< between an answer and the next message, when chatting

using Clock = std::chrono::steady_clock;

/// What an officer writes, one after the other; each is answered with a message. Half of them
/// change something.
std::string line_of(int unit, int number) {
  const auto code = [&](int duty) { return code_of(duty, unit, k_size); };
  switch (number % k_messages) {
    case 0:
      return "việc của tôi";
    case 1:
      return "dạ em tiếp nhận " + code(1) + " ạ";
    case 2:
      return "hạn " + code(1);
    case 3:
      return fmt::format("tiến độ {}% {}", 10 + number % 80, code(2));
    case 4:
      return "mẫu " + code(2);
    case 5:
      return "vướng mắc " + code(3) + ": chưa có số liệu phối hợp của công an xã";
    case 6:
      return "trợ giúp";
    case 7:
      return "đang làm";  // which? asked with choices
    case 8:
      return "2";
    case 9:
      return "mai em gửi " + code(4);
    case 10:
      return "hôm nay trời mưa ngập hết đường";
    default:
      return fmt::format("tiến độ {}% {}", 20 + number % 70, code(1));
  }
}

/// Officers who write, wait for the answer in their chat window, and write again.
class Chatters {
 public:
  /// `pause`: from the answer to the next message.
  Chatters(Runtime& runtime, SandboxChannel& sandbox, double pause, int first_number)
      : runtime_(runtime), sandbox_(sandbox), pause_(pause), first_number_(first_number) {
    for (int unit = 1; unit <= k_size.units; ++unit)
      officers_[officer_of(unit)] = {unit, 0, {}, {}};
    sandbox_.listen([this](const SandboxMessage& message) { answered(message.account); });
  }
  ~Chatters() { sandbox_.listen({}); }

  /// Seconds until the last answer; none when answers stayed away for ten seconds.
  std::optional<double> run() {
    const auto begin = Clock::now();
    int order = 0;
    for (auto& [account, officer] : officers_) {
      // Nobody begins at the same moment, unless nobody pauses at all.
      const double wait = pause_ * order++ / k_size.units;
      due_.push(
          {begin + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(wait)),
           account});
    }
    std::unique_lock lock(mutex_);
    while (waits_.size() < officers_.size() * k_messages) {
      if (due_.empty() || due_.top().first > Clock::now()) {
        const auto until =
            due_.empty() ? Clock::now() + std::chrono::seconds(10) : due_.top().first;
        const bool silent =
            woken_.wait_until(lock, until) == std::cv_status::timeout && due_.empty();
        if (silent) return std::nullopt;
        continue;
      }
      const std::string account = due_.top().second;
      due_.pop();
      Officer& officer = officers_.at(account);
      Heard heard;
      heard.account = account;
      heard.channel = "sandbox";
      heard.at = runtime_.now();
      heard.key = fmt::format("{}-{}-{}", account, first_number_, officer.said);
      heard.text = line_of(officer.unit, officer.said++);
      officer.waits = true;
      officer.said_at = Clock::now();
      lock.unlock();
      runtime_.submit(std::move(heard), {});
      lock.lock();
    }
    return std::chrono::duration<double>(Clock::now() - begin).count();
  }

  /// Milliseconds from the message to its answer, sorted.
  std::vector<double> waits() {
    const std::lock_guard lock(mutex_);
    std::sort(waits_.begin(), waits_.end());
    return waits_;
  }

 private:
  struct Officer {
    int unit = 0;
    int said = 0;
    Clock::time_point said_at;
    bool waits = false;
  };

  void answered(const std::string& account) {
    const auto now = Clock::now();
    const std::lock_guard lock(mutex_);
    auto found = officers_.find(account);
    if (found == officers_.end() || !found->second.waits) return;
    Officer& officer = found->second;
    officer.waits = false;
    waits_.push_back(std::chrono::duration<double, std::milli>(now - officer.said_at).count());
    if (officer.said < k_messages)
      due_.push(
          {now + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(pause_)),
           account});
    woken_.notify_one();
  }

  using Due = std::pair<Clock::time_point, std::string>;

  Runtime& runtime_;
  SandboxChannel& sandbox_;
  const double pause_;
  const int first_number_;
  std::mutex mutex_;
  std::condition_variable woken_;
  std::unordered_map<std::string, Officer> officers_;               // guarded by mutex_
  std::priority_queue<Due, std::vector<Due>, std::greater<>> due_;  // guarded by mutex_
  std::vector<double> waits_;                                       // guarded by mutex_
};

Result<void> fill(Runtime& runtime) {
  std::vector<std::future<Result<Answer>>> answers;
  for (Command& command : make_office(k_size, k_issued, k_due)) {
    auto promise = std::make_shared<std::promise<Result<Answer>>>();
    answers.push_back(promise->get_future());
    runtime.submit(std::move(command),
                   [promise](const Result<Answer>& answer) { promise->set_value(answer); });
  }
  for (auto& each : answers) {
    const Result<Answer> answer = each.get();
    if (!answer) return tl::unexpected(answer.error());
    if (answer->kind != AnswerKind::done)
      return failure(ErrorKind::permanent, "made-up office refused: " + answer->refusal.why.id);
  }
  return {};
}

Result<void> add_round(Figures& figures, Runtime& runtime, SandboxChannel& sandbox,
                       const std::string& how, double pause, int first_number) {
  Chatters chatters(runtime, sandbox, pause, first_number);
  const auto seconds = chatters.run();
  if (!seconds) return failure(ErrorKind::permanent, how + ": answers stayed away");
  const std::vector<double> waits = chatters.waits();
  figures.numbers.insert(
      figures.numbers.end(),
      {{how + ": answers per second", static_cast<double>(waits.size()) / *seconds},
       {how + ": answer p50 ms", percentile(waits, 0.50)},
       {how + ": answer p99 ms", percentile(waits, 0.99)}});
  return {};
}

}  // namespace

Result<Figures> measure_chat() {
  auto definitions = definitions_of_this_place();
  if (!definitions) return tl::unexpected(definitions.error());
  TemporaryFolder folder;
  auto store = open_sqlite_store(folder.file("chat.db"));
  if (!store) return tl::unexpected(store.error());
  VirtualClock clock(Zone::viet_nam().at(k_issued + CalendarDays{1}, TimeOfDay::at(9, 0)));
  const auto talk = make_talk();
  SandboxChannel sandbox;
  Runtime runtime(
      {*definitions, Zone::viet_nam(), **store, talk.get(), clock, &clock, {Outlet{&sandbox}}});
  if (auto started = runtime.start(); !started) return tl::unexpected(started.error());
  if (auto filled = fill(runtime); !filled) return tl::unexpected(filled.error());
  if (auto moved = runtime.move_clock(clock.now()); !moved) return tl::unexpected(moved.error());
  Figures figures{"chat", {{"officers", k_size.units}}, {}};
  auto round =
      add_round(figures, runtime, sandbox, "writing 1 s after each answer", k_pause_seconds, 1);
  if (round) round = add_round(figures, runtime, sandbox, "all in flight at once", 0, 2);
  runtime.stop();
  if (!round) return tl::unexpected(round.error());
  figures.notes = {
      "From the message to its answer in the chat window: understood, decided, logged and synced "
      "(WAL, synchronous=FULL), leased, sent, its outcome recorded."};
  return figures;
}

}  // namespace dondoc::bench
