#include "bench/clients.h"

#include <algorithm>
#include <utility>

#include "bench/figures.h"

namespace dondoc::bench {

Clients::Clients(Runtime& runtime, std::size_t total, std::function<Command(std::size_t)> command)
    : runtime_(runtime), total_(total), command_(std::move(command)) {
  latency_ms_.reserve(total);
}

double Clients::run(std::size_t clients) {
  const auto begin = Clock::now();
  for (std::size_t i = 0; i < clients; ++i) send();
  std::unique_lock lock(mutex_);
  done_.wait(lock, [this] { return over_; });
  return std::chrono::duration<double>(Clock::now() - begin).count();
}

double Clients::percentile_ms(double share) {
  std::sort(latency_ms_.begin(), latency_ms_.end());
  return percentile(latency_ms_, share);
}

void Clients::send() {
  const std::size_t number = next_.fetch_add(1);
  if (number >= total_) return;
  Command command = command_(number);
  const auto sent = Clock::now();
  runtime_.submit(std::move(command),
                  [this, sent](const Result<Answer>& answer) { answered(sent, answer); });
}

/// On the engine's thread, so the list needs no lock until the last answer.
void Clients::answered(Clock::time_point sent, const Result<Answer>& answer) {
  latency_ms_.push_back(std::chrono::duration<double, std::milli>(Clock::now() - sent).count());
  if (!answer || answer->kind != AnswerKind::done) ++failed_;
  if (latency_ms_.size() < total_) return send();
  const std::lock_guard lock(mutex_);
  over_ = true;
  done_.notify_one();
}

}  // namespace dondoc::bench
