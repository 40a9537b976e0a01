// Clients: so many callers, each sending its next command when the last one was answered. For
// measurements.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <vector>

#include "app/runtime.h"

namespace dondoc::bench {

class Clients {
 public:
  /// `command` makes the one of a number below `total`; called on the engine's thread.
  Clients(Runtime& runtime, std::size_t total, std::function<Command(std::size_t)> command);

  /// Until every command is answered; seconds it took.
  double run(std::size_t clients);

  /// Refused or not stored.
  std::size_t failed() const { return failed_; }
  /// Requires: run is over.
  double percentile_ms(double share);

 private:
  using Clock = std::chrono::steady_clock;
  void send();
  void answered(Clock::time_point sent, const Result<Answer>& answer);

  Runtime& runtime_;
  std::size_t total_;
  std::function<Command(std::size_t)> command_;
  std::atomic<std::size_t> next_{0};
  std::vector<double> latency_ms_;
  std::size_t failed_ = 0;
  std::mutex mutex_;
  std::condition_variable done_;
  bool over_ = false;  // guarded by mutex_
};

}  // namespace dondoc::bench
