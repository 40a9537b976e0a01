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

struct Waiting {
  Input input;
  Runtime::Done done;
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
      tell_failure(delivery_.close(now()));  // what cannot be recorded comes back after its lease
      refuse_waiting();
      timer_.cancel();
      work_.reset();
      context_.stop();
    });
    thread_.join();
  }

  void submit(Input input, Done done) {
    bool wake = false;
    {
      std::lock_guard lock(mutex_);
      wake = waiting_.empty();
      waiting_.push_back({std::move(input), std::move(done)});
      if (waiting_.size() == gathered_at_) gathered_.notify_one();
    }
    if (wake) asio::post(context_, [this] { drain(); });
  }

  template <class Call>
  auto on_thread(Call call) {
    CHECK(std::this_thread::get_id() != thread_.get_id());
    std::packaged_task<decltype(call())()> task(std::move(call));
    auto done = task.get_future();
    asio::post(context_, [&task] { task(); });
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
  /// Requires the lock. Callers that each wait for their answer come again a moment after it: as
  /// many as last time are waited for, so that they share one sync. A lone caller waits for nobody.
  void gather(std::unique_lock<std::mutex>& lock) {
    if (waiting_.size() >= last_batch_) return;
    gathered_at_ = last_batch_;
    gathered_.wait_for(lock, k_gather, [this] { return waiting_.size() >= gathered_at_; });
    gathered_at_ = 0;
  }

  void drain() {
    std::vector<Waiting> batch;
    {
      std::unique_lock lock(mutex_);
      gather(lock);
      const std::size_t count = std::min(waiting_.size(), limits::commands_per_batch);
      auto end = waiting_.begin() + static_cast<std::ptrdiff_t>(count);
      batch.assign(std::make_move_iterator(waiting_.begin()), std::make_move_iterator(end));
      waiting_.erase(waiting_.begin(), end);
      last_batch_ = count;
      if (!waiting_.empty()) asio::post(context_, [this] { drain(); });
    }
    if (batch.empty()) return;
    std::vector<Input> inputs;
    inputs.reserve(batch.size());
    for (Waiting& w : batch) inputs.push_back(std::move(w.input));
    auto answers = engine_.handle(inputs, now());
    tell_failure(answers);
    for (std::size_t i = 0; i < batch.size(); ++i) {
      if (!batch[i].done) continue;
      batch[i].done(answers ? Result<Answer>((*answers)[i]) : tl::unexpected(answers.error()));
    }
    schedule_work();
  }

  /// One pass of due steps and delivery is queued at most, however many batches ask for it.
  void schedule_work() {
    if (work_queued_) return;
    work_queued_ = true;
    asio::post(context_, [this] { work_off(); });
  }

  void work_off() {
    work_queued_ = false;
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
  std::size_t last_batch_ = 0;    // of the engine's thread
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
