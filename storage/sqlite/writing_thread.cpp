#include "storage/sqlite/writing_thread.h"

#include <utility>

#include "engine/check.h"

namespace dondoc::sqlite {

WritingThread::~WritingThread() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void WritingThread::begin(std::function<void()> job) {
  {
    const std::lock_guard lock(mutex_);
    CHECK(!is_busy_);
    job_ = std::move(job);
    is_busy_ = true;
  }
  changed_.notify_all();
}

void WritingThread::wait() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return !is_busy_; });
}

void WritingThread::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return stopping_ || job_; });
    if (!job_) return;
    const std::function<void()> job = std::exchange(job_, nullptr);
    lock.unlock();
    job();
    lock.lock();
    is_busy_ = false;
    changed_.notify_all();
  }
}

}  // namespace dondoc::sqlite
