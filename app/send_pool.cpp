#include "app/send_pool.h"

#include "engine/check.h"

namespace dondoc {
namespace {

/// A lease that was late is renewed within this, or somebody else's.
constexpr Elapsed k_other_node = Elapsed::seconds(2);

}  // namespace

Sent sent_as(const SendOrder& order, SendOutcome outcome) {
  Sent sent{order.id, order.channel, std::move(outcome)};
  if (sent.outcome.result != SendClass::delivered)
    sent.said = SaidElsewhere::about(order.message, sent.outcome.detail);
  return sent;
}

void SendPool::add_channel(Channel& channel, std::size_t threads) {
  auto crew = std::make_unique<Crew>(channel);
  Crew& here = *crew;
  CHECK(crews_.emplace(std::string(channel.name()), std::move(crew)).second);
  for (std::size_t i = 0; i < threads; ++i)
    here.threads.emplace_back([this, &here] { work(here); });
}

void SendPool::send(SendOrder order, Instant now) {
  const auto crew = crews_.find(order.channel);
  CHECK(crew != crews_.end());
  {
    std::lock_guard lock(mutex_);
    crew->second->jobs.push_back({std::move(order), now, period_});
    ++under_way_;
  }
  job_there_.notify_all();
}

SendOutcome SendPool::outcome_of(Crew& crew, const Job& job) const {
  if (may_send_()) return crew.channel.send(job.order.message, job.now);
  SendOutcome outcome;
  outcome.result = SendClass::deferred;
  outcome.detail = "another node may have the duty to send";
  outcome.retry_at = job.now + k_other_node;
  return outcome;
}

void SendPool::work(Crew& crew) {
  std::unique_lock lock(mutex_);
  for (;;) {
    job_there_.wait(lock, [&] { return stopping_ || !crew.jobs.empty(); });
    if (crew.jobs.empty()) return;
    const Job job = std::move(crew.jobs.front());
    crew.jobs.pop_front();
    lock.unlock();
    Sent sent = sent_as(job.order, outcome_of(crew, job));
    lock.lock();
    if (job.period != period_) continue;
    const bool was_empty = outcomes_.empty();
    outcomes_.push_back(std::move(sent));
    --under_way_;
    outcome_there_.notify_all();
    if (was_empty && !stopping_) arrived_();
  }
}

void SendPool::drop() {
  const std::lock_guard lock(mutex_);
  for (auto& [name, crew] : crews_) crew->jobs.clear();
  outcomes_.clear();
  under_way_ = 0;
  ++period_;
}

std::vector<Sent> SendPool::take_outcomes() {
  std::lock_guard lock(mutex_);
  return std::exchange(outcomes_, {});
}

void SendPool::wait() {
  std::unique_lock lock(mutex_);
  outcome_there_.wait(lock, [&] { return !outcomes_.empty() || under_way_ == 0; });
}

void SendPool::stop() {
  {
    std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  job_there_.notify_all();
  for (auto& [name, crew] : crews_) {
    for (std::thread& thread : crew->threads) {
      if (thread.joinable()) thread.join();
    }
  }
}

}  // namespace dondoc
