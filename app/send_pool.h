// SendPool: threads that speak to the platforms, so that a slow one never stops the engine. Jobs go
// in and outcomes come out on the engine's thread; send runs on threads of the channel's own.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "app/log_record.h"
#include "engine/delivery/dispatcher.h"
#include "engine/port/channel.h"

namespace dondoc {

struct Sent {
  std::int64_t id = 0;
  std::string channel;
  SendOutcome outcome;
  SaidElsewhere said{};  ///< of a failure, for the log
};

/// A message that was answered; what is needed for the log is kept while the message is at hand.
Sent sent_as(const SendOrder& order, SendOutcome outcome);

class SendPool {
 public:
  /// `arrived` is called, from any thread, when an outcome is there after there was none. `may_send`
  /// is asked, from any thread, before each message; one that may not be sent has the outcome
  /// `deferred`.
  explicit SendPool(std::function<void()> arrived, std::function<bool()> may_send)
      : arrived_(std::move(arrived)), may_send_(std::move(may_send)) {}
  /// Waits for what is under way.
  ~SendPool() { stop(); }

  void add_channel(Channel& channel, std::size_t threads);
  /// Requires: the channel was added.
  void send(SendOrder order, Instant now);
  std::vector<Sent> take_outcomes();
  /// Forgets what waits, and what becomes of what is under way.
  void drop();
  /// Blocks until an outcome is there or nothing is under way.
  void wait();
  /// Finishes what was handed over.
  void stop();

 private:
  struct Job {
    SendOrder order;
    Instant now;
    int period = 0;  ///< between two drops
  };
  struct Crew {
    explicit Crew(Channel& c) : channel(c) {}
    Channel& channel;
    std::deque<Job> jobs;  // guarded by mutex_
    std::vector<std::thread> threads;
  };

  SendOutcome outcome_of(Crew& crew, const Job& job) const;
  void work(Crew& crew);

  std::function<void()> arrived_;
  std::function<bool()> may_send_;
  std::map<std::string, std::unique_ptr<Crew>, std::less<>> crews_;
  std::mutex mutex_;
  std::condition_variable job_there_;
  std::condition_variable outcome_there_;
  std::vector<Sent> outcomes_;  // guarded by mutex_
  std::size_t under_way_ = 0;   // guarded by mutex_: of this period
  int period_ = 0;              // guarded by mutex_
  bool stopping_ = false;       // guarded by mutex_
};

}  // namespace dondoc
