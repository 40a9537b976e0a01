#include "app/exchange_guard.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

namespace dondoc {
namespace {

/// A socket that is still being connected may be followed by one to another address of the same
/// host: what is overdue is shut again and again until its thread gives up.
constexpr std::chrono::milliseconds k_again{50};

}  // namespace

SocketHandle::~SocketHandle() {
  if (socket_ >= 0) ::close(socket_);
}

void SocketHandle::follow(int socket) {
  const int copy = ::fcntl(socket, F_DUPFD_CLOEXEC, 0);
  const std::lock_guard lock(mutex_);
  if (socket_ >= 0) ::close(socket_);
  socket_ = copy;
}

void SocketHandle::shut() {
  const std::lock_guard lock(mutex_);
  if (socket_ >= 0) ::shutdown(socket_, SHUT_RDWR);
}

bool SocketHandle::is_quiet() const {
  const std::lock_guard lock(mutex_);
  if (socket_ < 0) return false;
  pollfd look{socket_, POLLIN | POLLRDHUP, 0};
  return ::poll(&look, 1, 0) == 0;
}

ExchangeGuard::ExchangeGuard(std::function<void()> chore, Clock::duration every)
    : chore_(std::move(chore)), every_(every), thread_([this] { run(); }) {}

ExchangeGuard::~ExchangeGuard() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void ExchangeGuard::run() {
  auto chore_at = Clock::now() + every_;
  std::unique_lock lock(mutex_);
  while (!stopping_) {
    changed_.wait_until(lock, std::min(chore_at, shut_due(Clock::now())));
    if (stopping_ || Clock::now() < chore_at) continue;
    lock.unlock();
    chore_();
    lock.lock();
    chore_at = Clock::now() + every_;
  }
}

ExchangeGuard::Clock::time_point ExchangeGuard::shut_due(Clock::time_point now) {
  auto next = Clock::time_point::max();
  for (Exchange& exchange : watched_) {
    if (exchange.deadline <= now) {
      exchange.handle->shut();
      exchange.ended = true;
      exchange.deadline = now + k_again;
    }
    next = std::min(next, exchange.deadline);
  }
  return next;
}

ExchangeGuard::Watch::Watch(ExchangeGuard& guard, SocketHandle& handle, Clock::time_point deadline)
    : guard_(guard) {
  {
    const std::lock_guard lock(guard_.mutex_);
    exchange_ = guard_.watched_.insert(guard_.watched_.end(), Exchange{&handle, deadline, false});
  }
  guard_.changed_.notify_all();
}

ExchangeGuard::Watch::~Watch() {
  const std::lock_guard lock(guard_.mutex_);
  guard_.watched_.erase(exchange_);
}

bool ExchangeGuard::Watch::ended() const {
  const std::lock_guard lock(guard_.mutex_);
  return exchange_->ended;
}

}  // namespace dondoc
