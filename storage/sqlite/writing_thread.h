// A thread that waits for work: one made for each piece often starts only when it is waited for.
// Internal to storage/sqlite. The members may be called from one thread.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace dondoc::sqlite {

class WritingThread {
 public:
  WritingThread() : thread_([this] { work(); }) {}
  /// Finishes what was begun.
  ~WritingThread();
  WritingThread(const WritingThread&) = delete;
  WritingThread& operator=(const WritingThread&) = delete;

  /// `job` must not throw. Requires: the one before has ended (CHECKed).
  void begin(std::function<void()> job);
  /// Until the job has ended; none: at once.
  void wait();

 private:
  void work();

  std::mutex mutex_;
  std::condition_variable changed_;
  std::function<void()> job_;  // guarded by mutex_
  bool is_busy_ = false;       // guarded by mutex_
  bool stopping_ = false;      // guarded by mutex_
  std::thread thread_;         // last: it uses the others
};

}  // namespace dondoc::sqlite
