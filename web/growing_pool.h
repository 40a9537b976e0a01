// GrowingPool: threads for jobs that may hang, such as requests of slow callers. It starts with
// none, takes another one when all are busy, up to a bound, and lets go of those that found nothing
// to do for a while: an office that only polls keeps a handful, a burst of callers gets hundreds.
// Safe from any thread unless it says otherwise.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <list>
#include <mutex>
#include <thread>

namespace dondoc {

class GrowingPool {
 public:
  using Job = std::function<void()>;

  /// At most `most` threads; one that is idle for `rest` ends.
  GrowingPool(std::size_t most, std::chrono::milliseconds rest) : most_(most), rest_(rest) {}
  /// Stops when still running.
  ~GrowingPool() { stop(); }

  /// Jobs wait in their order while all threads are busy. A job must not throw.
  void add(Job job);
  /// Does what was added, then ends the threads; returns when they have ended. Not from a job.
  /// Nothing may be added afterwards.
  void stop();

  std::size_t threads() const;
  /// Of them, those that wait for a job.
  std::size_t idle() const;

 private:
  using Threads = std::list<std::thread>;

  void start_one();
  void work(Threads::iterator self);
  void join_ended();

  const std::size_t most_;
  const std::chrono::milliseconds rest_;
  mutable std::mutex mutex_;
  std::condition_variable job_there_;
  std::deque<Job> jobs_;   // guarded by mutex_
  Threads working_;        // guarded by mutex_
  Threads ended_;          // guarded by mutex_: they hold nothing any more and can be joined
  std::size_t idle_ = 0;   // guarded by mutex_
  bool stopping_ = false;  // guarded by mutex_
};

}  // namespace dondoc
