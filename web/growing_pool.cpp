#include "web/growing_pool.h"

#include <system_error>
#include <utility>

namespace dondoc {

void GrowingPool::add(Job job) {
  {
    std::lock_guard lock(mutex_);
    jobs_.push_back(std::move(job));
    // Idle threads that were woken and have not looked yet count for the jobs they will find.
    if (jobs_.size() > idle_ && working_.size() < most_) start_one();
  }
  job_there_.notify_one();
  join_ended();
}

void GrowingPool::start_one() {
  const auto self = working_.emplace(working_.end());
  try {
    *self = std::thread([this, self] { work(self); });
  } catch (const std::system_error&) {
    working_.erase(self);  // the machine gives no more: those that are there do the work
  }
}

void GrowingPool::work(Threads::iterator self) {
  std::unique_lock lock(mutex_);
  for (;;) {
    ++idle_;
    job_there_.wait_for(lock, rest_, [this] { return stopping_ || !jobs_.empty(); });
    --idle_;
    if (jobs_.empty()) break;
    Job job = std::move(jobs_.front());
    jobs_.pop_front();
    lock.unlock();
    job();
    job = nullptr;
    lock.lock();
  }
  ended_.splice(ended_.end(), working_, self);
  job_there_.notify_all();  // stop waits for the last one
}

void GrowingPool::join_ended() {
  Threads ended;
  {
    std::lock_guard lock(mutex_);
    ended.swap(ended_);
  }
  for (std::thread& thread : ended) thread.join();
}

void GrowingPool::stop() {
  {
    std::unique_lock lock(mutex_);
    stopping_ = true;
    job_there_.notify_all();
    job_there_.wait(lock, [this] { return working_.empty(); });
  }
  join_ended();
}

std::size_t GrowingPool::idle() const {
  std::lock_guard lock(mutex_);
  return idle_;
}

std::size_t GrowingPool::threads() const {
  std::lock_guard lock(mutex_);
  return working_.size();
}

}  // namespace dondoc
