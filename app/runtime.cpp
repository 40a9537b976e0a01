#include "app/runtime.h"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <condition_variable>
#include <future>
#include <mutex>
#include <thread>
#include <utility>

#include "app/turn.h"
#include "engine/check.h"
#include "engine/limits.h"

namespace dondoc {
namespace {

namespace asio = boost::asio;

/// The timer is never set further ahead: a changed system clock, a suspended machine, or a step
/// that a node armed before it died is noticed within this time.
constexpr std::chrono::milliseconds k_longest_wait{5'000};
/// After a failure of the store: how long before the next attempt.
constexpr std::chrono::milliseconds k_pause_after_error{1'000};

/// How long a batch waits for the callers of the last one to come again: a sync costs more than
/// this, and whoever misses the batch waits for two.
constexpr std::chrono::microseconds k_gather{400};

/// Fewer callers than this are not worth a second thread.
constexpr std::size_t k_ahead_at_least = 16;
/// Deciding ahead halves the batches: worth it while writing takes less than so many times as long
/// as deciding. A disk that is slow to sync has more of one large batch.
constexpr int k_ahead_if_written_within = 2;
/// After so many batches in a row whatever else is due has its turn.
constexpr int k_ahead_in_a_row = 8;

struct Waiting {
  Input input;
  Runtime::Done done;
};

using Batch = std::vector<Waiting>;

std::vector<Input> inputs_of(Batch& batch) {
  std::vector<Input> inputs;
  inputs.reserve(batch.size());
  for (Waiting& w : batch) inputs.push_back(std::move(w.input));
  return inputs;
}

void answer(Batch& batch, const Result<std::vector<Answer>>& answers) {
  for (std::size_t i = 0; i < batch.size(); ++i) {
    if (!batch[i].done) continue;
    batch[i].done(answers ? Result<Answer>((*answers)[i]) : tl::unexpected(answers.error()));
  }
}

/// Callers whose answers wait for the disk.
struct UnderWay {
  Batch batch;
  std::vector<Answer> answers;
  std::chrono::microseconds decided{};  ///< how long that took
};

}  // namespace

class Runtime::Loop {
 public:
  explicit Loop(Parts parts)
      : parts_(std::move(parts)),
        engine_(parts_.definitions, parts_.zone, parts_.store, parts_.interpreter),
        delivery_(
            engine_, parts_.store, parts_.outlets, [this] { schedule_from_elsewhere(); },
            parts_.tell, parts_.duties),
        timer_(context_),
        work_(asio::make_work_guard(context_)) {}

  ~Loop() { stop(); }

  Result<void> start() {
    if (auto opened = engine_.open(now()); !opened) return opened;
    thread_ = std::thread([this] { context_.run(); });
    asio::post(context_, [this] { work_off(); });
    return {};
  }

  void stop() {
    if (!thread_.joinable()) return;
    asio::post(context_, [this] {
      confirm();
      tell_failure(delivery_.close(now()));  // what cannot be recorded comes back after its lease
      refuse_waiting();
      timer_.cancel();
      work_.reset();
      context_.stop();
    });
    thread_.join();
  }

  void submit(Input input, Done done) {
    std::lock_guard lock(mutex_);
    waiting_.push_back({std::move(input), std::move(done)});
    if (waiting_.size() == gathered_at_) gathered_.notify_one();
    queue_drain();
  }

  template <class Call>
  auto on_thread(Call call) {
    CHECK(std::this_thread::get_id() != thread_.get_id());
    std::packaged_task<decltype(call())()> task(std::move(call));
    auto done = task.get_future();
    asio::post(context_, [this, &task] {
      confirm();
      task();
    });
    return done.get();
  }

  Result<ClockMoved> move_clock(Instant target) {
    CHECK(parts_.virtual_clock != nullptr);
    ClockMoved moved;
    for (;;) {
      if (auto worked = carry_out(moved); !worked) return tl::unexpected(worked.error());
      auto next = next_event();
      if (!next) return tl::unexpected(next.error());
      if (!*next || **next > target) break;
      parts_.virtual_clock->move_to(**next);
    }
    parts_.virtual_clock->move_to(target);
    moved.now = now();
    return moved;
  }

  Result<std::optional<Instant>> next_event() { return next_turn(engine_, delivery_, now()); }

  void wake() { schedule_from_elsewhere(); }

  const Engine& engine() const { return engine_; }
  const Delivery& delivery() const { return delivery_; }
  Instant now() const { return parts_.clock.now(); }

 private:
  /// Requires the lock. One is queued at most.
  void queue_drain() {
    if (std::exchange(drain_queued_, true)) return;
    asio::post(context_, [this] { drain(); });
  }

  /// Requires the lock. Callers that each wait for their answer come again a moment after it: as
  /// many as last time are waited for, so that they share one sync. A lone caller waits for nobody.
  void gather(std::unique_lock<std::mutex>& lock) {
    const std::size_t expected = ahead_ ? (callers_ + 1) / 2 : callers_;
    if (waiting_.size() >= expected) return;
    gathered_at_ = expected;
    gathered_.wait_for(lock, k_gather, [this] { return waiting_.size() >= gathered_at_; });
    gathered_at_ = 0;
  }

  /// All that wait; when batches are decided ahead, half of the callers, so that one half waits for
  /// the disk while the other is decided.
  Batch next_batch() {
    std::unique_lock lock(mutex_);
    gather(lock);
    drain_queued_ = false;
    const std::size_t under_way = under_way_.batch.size();
    std::size_t count = waiting_.size();
    if (ahead_) count = std::min(count, std::max(k_ahead_at_least, (count + under_way + 1) / 2));
    count = std::min(count, limits::commands_per_batch);
    callers_ = ahead_ ? waiting_.size() + under_way : count;
    const auto end = waiting_.begin() + static_cast<std::ptrdiff_t>(count);
    Batch batch(std::make_move_iterator(waiting_.begin()), std::make_move_iterator(end));
    waiting_.erase(waiting_.begin(), end);
    if (!waiting_.empty()) queue_drain();
    return batch;
  }

  void drain() {
    Batch batch = next_batch();
    if (batch.size() >= k_ahead_at_least) return decide_ahead(std::move(batch));
    if (batch.empty()) return work_off();
    confirm();
    ahead_ = false;
    auto answers = engine_.handle(inputs_of(batch), now());
    tell_failure(answers);
    answer(batch, answers);
    schedule_work();
  }

  void decide_ahead(Batch batch) {
    const auto start = std::chrono::steady_clock::now();
    Ahead decided = engine_.handle_ahead(inputs_of(batch), now());
    const auto took = std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::steady_clock::now() - start);
    const auto waited = decided.before ? decided.before->waited : std::chrono::microseconds{};
    confirmed(decided.before);
    if (!decided.answers || decided.standing == CommitStanding::durable) {
      tell_failure(decided.answers);
      answer(batch, decided.answers);
      return schedule_work();
    }
    under_way_ = {std::move(batch), std::move(*decided.answers), took - waited};
    if (!ahead_ || ++in_a_row_ >= k_ahead_in_a_row) return work_off();
    const std::lock_guard lock(mutex_);
    queue_drain();
  }

  /// Whoever was decided ahead has an answer now; before anything else is asked of the engine.
  void confirm() {
    in_a_row_ = 0;
    if (under_way_.batch.empty()) return;
    confirmed(engine_.confirm());
  }

  void confirmed(const Result<WritePace>& pace) {
    if (under_way_.batch.empty()) return;
    UnderWay settled = std::exchange(under_way_, {});
    tell_failure(pace);
    ahead_ = pace && callers_ >= 2 * k_ahead_at_least &&
             pace->written < settled.decided * k_ahead_if_written_within;
    answer(settled.batch, pace ? Result<std::vector<Answer>>(std::move(settled.answers))
                               : tl::unexpected(pace.error()));
  }

  /// One pass of due steps and delivery is queued at most, however many batches ask for it.
  void schedule_work() {
    if (work_queued_) return;
    work_queued_ = true;
    asio::post(context_, [this] { work_off(); });
  }

  void work_off() {
    work_queued_ = false;
    confirm();
    ClockMoved ignored;
    auto worked = carry_out(ignored);
    tell_failure(worked);
    arm(worked.has_value());
  }

  /// A virtual clock stands still until everything that is due is done.
  Result<void> carry_out(ClockMoved& moved) {
    Turn turn;
    const TurnKind kind = parts_.virtual_clock != nullptr ? TurnKind::whole : TurnKind::live;
    auto taken = take_turn(engine_, delivery_, kind, now(), turn);
    moved.steps += turn.steps;
    moved.sent += turn.sent;
    return taken;
  }

  template <class Value>
  void tell_failure(const Result<Value>& result) {
    if (result) return;
    LogRecord record{LogEvent::store_failed};
    record.error = result.error().kind;
    record.said.said = result.error().message;
    parts_.tell(record);
  }

  void schedule_from_elsewhere() {
    asio::post(context_, [this] { schedule_work(); });
  }

  void arm(bool healthy) {
    if (parts_.virtual_clock != nullptr) return;
    auto wait = healthy ? k_longest_wait : k_pause_after_error;
    auto next = healthy ? next_event() : Result<std::optional<Instant>>(std::nullopt);
    if (next && *next) {
      auto until = std::chrono::milliseconds(std::max<std::int64_t>(0, (**next - now()).ms));
      wait = std::min(wait, until);
    }
    timer_.expires_after(wait);
    timer_.async_wait([this](const boost::system::error_code& cancelled) {
      if (!cancelled) schedule_work();
    });
  }

  void refuse_waiting() {
    std::lock_guard lock(mutex_);
    for (Waiting& w : waiting_) {
      if (w.done) w.done(failure(ErrorKind::transient, "the program is stopping"));
    }
    waiting_.clear();
  }

  Parts parts_;
  asio::io_context context_{1};  // first: what sends tells it when it is done
  Engine engine_;
  Delivery delivery_;
  asio::steady_timer timer_;
  asio::executor_work_guard<asio::io_context::executor_type> work_;
  std::thread thread_;
  bool work_queued_ = false;
  std::mutex mutex_;
  std::condition_variable gathered_;
  std::vector<Waiting> waiting_;  // guarded by mutex_
  std::size_t gathered_at_ = 0;   // guarded by mutex_: 0 when nobody gathers
  bool drain_queued_ = false;     // guarded by mutex_

  // Of the engine's thread.
  UnderWay under_way_;
  bool ahead_ = false;       ///< batches are decided while those before them are written
  int in_a_row_ = 0;         ///< batches decided ahead since the last pause
  std::size_t callers_ = 0;  ///< how many came last time
};

Runtime::Runtime(Parts parts) : loop_(std::make_unique<Loop>(std::move(parts))) {}
Runtime::~Runtime() = default;

Result<void> Runtime::start() { return loop_->start(); }
void Runtime::stop() { loop_->stop(); }
void Runtime::submit(Input input, Done done) { loop_->submit(std::move(input), std::move(done)); }

Result<Answer> Runtime::ask(Input input) {
  std::promise<Result<Answer>> promise;
  auto answer = promise.get_future();
  submit(std::move(input), [&promise](const Result<Answer>& result) { promise.set_value(result); });
  return answer.get();
}

void Runtime::wake() { loop_->wake(); }

void Runtime::read(const std::function<void(const Engine&)>& look) {
  loop_->on_thread([&] {
    look(loop_->engine());
    return true;
  });
}

void Runtime::inspect(const std::function<void(const Engine&, const Delivery&)>& look) {
  loop_->on_thread([&] {
    look(loop_->engine(), loop_->delivery());
    return true;
  });
}

Result<ClockMoved> Runtime::move_clock(Instant target) {
  return loop_->on_thread([&] { return loop_->move_clock(target); });
}

Result<std::optional<Instant>> Runtime::next_event() {
  return loop_->on_thread([&] { return loop_->next_event(); });
}

Instant Runtime::now() const { return loop_->now(); }

}  // namespace dondoc
