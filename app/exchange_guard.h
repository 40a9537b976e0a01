// ExchangeGuard: ends network exchanges whose time is up. The HTTP library bounds each read, not
// the whole: a server that sends a byte now and then would hold a thread for ever. One thread of
// its own, which also does a small chore now and then. Safe from any thread.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <list>
#include <mutex>
#include <thread>

namespace dondoc {

/// A second handle on a socket that somebody else opens and closes: shutting it can therefore never
/// hit another socket that got the same number. Safe from any thread.
class SocketHandle {
 public:
  SocketHandle() = default;
  SocketHandle(const SocketHandle&) = delete;
  SocketHandle& operator=(const SocketHandle&) = delete;
  ~SocketHandle();

  /// Replaces the socket; `socket` stays its owner's.
  void follow(int socket);
  /// Ends it in both directions: reads and writes in progress return at once.
  void shut();
  /// Whether an idle connection is fit for a request: open, and nothing has come in on it that
  /// nobody asked for (a farewell of TLS, for example).
  bool is_quiet() const;

 private:
  mutable std::mutex mutex_;
  int socket_ = -1;  ///< protected by mutex_; -1: none
};

class ExchangeGuard {
 public:
  using Clock = std::chrono::steady_clock;

  /// `chore` is called on the guard's thread about every `every`.
  ExchangeGuard(std::function<void()> chore, Clock::duration every);
  ~ExchangeGuard();
  ExchangeGuard(const ExchangeGuard&) = delete;
  ExchangeGuard& operator=(const ExchangeGuard&) = delete;

  struct Exchange {
    SocketHandle* handle = nullptr;
    Clock::time_point deadline;  ///< the next time to shut it
    bool ended = false;
  };

  /// Guards `handle` as long as it is in scope.
  class Watch {
   public:
    Watch(ExchangeGuard& guard, SocketHandle& handle, Clock::time_point deadline);
    ~Watch();
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;
    /// The time was up and the socket was shut.
    bool ended() const;

   private:
    ExchangeGuard& guard_;
    std::list<Exchange>::iterator exchange_;
  };

 private:
  void run();
  /// Requires: mutex_ is held. Shuts what is due; the next time to look.
  Clock::time_point shut_due(Clock::time_point now);

  const std::function<void()> chore_;
  const Clock::duration every_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  // protected by mutex_
  std::list<Exchange> watched_;
  bool stopping_ = false;
  std::thread thread_;  ///< last: it uses all the others
};

}  // namespace dondoc
