#include "app/node_watch.h"

#include <utility>
#include <vector>

namespace dondoc {
namespace {

/// A store that is away is asked again after this.
constexpr std::chrono::milliseconds k_pause{250};

std::chrono::milliseconds of(Elapsed span) { return std::chrono::milliseconds(span.ms); }

}  // namespace

NodeWatch::NodeWatch(LeaseStore& leases, SharedClock& clock, Tell tell)
    : leases_(leases), clock_(clock), tell_(std::move(tell)) {}

NodeWatch::~NodeWatch() { stop(); }

Result<void> NodeWatch::enter() { return beat(); }

void NodeWatch::start(std::function<void()> something_happened) {
  something_happened_ = std::move(something_happened);
  thread_ = std::thread([this] { work(); });
}

void NodeWatch::stop() {
  stopping_ = true;
  if (!thread_.joinable()) return;
  thread_.join();
  {
    const std::lock_guard lock(mutex_);
    held_.clear();
  }
  static_cast<void>(leases_.give_back());  // they end by themselves otherwise
}

std::optional<Fence> NodeWatch::holds(std::string_view duty) const {
  const std::lock_guard lock(mutex_);
  const auto found = held_.find(duty);
  if (found == held_.end() || Steady::now() >= found->second.until) return std::nullopt;
  return found->second.fence;
}

Result<void> NodeWatch::beat() {
  const std::vector<std::string> wanted(k_duties.begin(), k_duties.end());
  const auto asked = Steady::now();
  const Instant here = SystemClock().now();
  auto beat = leases_.beat(wanted, k_span);
  if (!beat) return tl::unexpected(beat.error());
  clock_.set(here, SystemClock().now(), beat->now);
  if (take_in(*beat, asked)) something_happened_();
  return {};
}

/// True when there is a new duty.
bool NodeWatch::take_in(const Beat& beat, Steady::time_point asked) {
  std::map<std::string, Held, std::less<>> now;
  for (const Fence& fence : beat.held)
    now[fence.lease] = {fence, asked + of(k_span) - of(k_margin)};
  bool is_new = false;
  const std::lock_guard lock(mutex_);
  for (const auto& [duty, held] : now) {
    const auto before = held_.find(duty);
    if (before != held_.end() && before->second.fence.number == held.fence.number) continue;
    tell_duty(LogEvent::duty_taken, duty);
    is_new = true;
  }
  for (const auto& [duty, held] : held_) {
    if (!now.contains(duty)) tell_duty(LogEvent::duty_lost, duty);
  }
  held_ = std::move(now);
  return is_new;
}

void NodeWatch::tell_duty(LogEvent event, std::string_view duty) const {
  LogRecord record{event};
  record.duty = duty;
  tell_(record);
}

void NodeWatch::work() {
  auto next_beat = Steady::now() + of(k_every);
  while (!stopping_) {
    auto happened = Result<bool>(false);
    if (Steady::now() >= next_beat) {
      next_beat = Steady::now() + of(k_every);
      if (auto beaten = beat(); !beaten) happened = tl::unexpected(beaten.error());
    }
    if (happened) {
      const auto left =
          std::chrono::duration_cast<std::chrono::milliseconds>(next_beat - Steady::now());
      happened = leases_.wait_for_commit(Elapsed{std::max<std::int64_t>(1, left.count())});
    }
    if (happened && *happened) something_happened_();
    if (!happened && !failing_) {
      LogRecord record{LogEvent::store_failed};
      record.error = happened.error().kind;
      record.said.said = happened.error().message;
      tell_(record);
    }
    failing_ = !happened;
    if (failing_) std::this_thread::sleep_for(k_pause);
  }
}

}  // namespace dondoc
