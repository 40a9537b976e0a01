// RawServer: a socket on 127.0.0.1 that does to its clients what no decent server does. Each
// connection is handled by the script on a thread of its own, in order of arrival.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <functional>
#include <list>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>

namespace dondoc::test {

/// A listening socket on a free port.
inline int listening_socket(int backlog) {
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::bind(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0 ||
      ::listen(socket, backlog) != 0)
    throw std::runtime_error("no socket to listen on");
  return socket;
}

inline int port_of(int socket) {
  sockaddr_in address{};
  socklen_t length = sizeof address;
  ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &length);
  return ntohs(address.sin_port);
}

/// One accepted connection.
class RawClient {
 public:
  RawClient(int socket, const std::atomic<bool>& stopping) : socket_(socket), stopping_(stopping) {}
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;
  ~RawClient() { ::close(socket_); }

  /// Reads until the blank line after the head of a request; false when the client has gone.
  bool read_head() {
    std::string head;
    while (head.find("\r\n\r\n") == std::string::npos) {
      char c = 0;
      if (::recv(socket_, &c, 1, 0) != 1) return false;
      head += c;
    }
    return true;
  }
  bool write(const std::string& text) {
    return ::send(socket_, text.data(), text.size(), MSG_NOSIGNAL) ==
           static_cast<ssize_t>(text.size());
  }
  /// Waits until the client hangs up or the server stops.
  void wait_for_end() const {
    while (!stopping_) {
      pollfd look{socket_, POLLRDHUP, 0};
      if (::poll(&look, 1, 2) != 0) return;
    }
  }
  /// Closes with a reset instead of a farewell.
  void reset() const {
    const linger now{1, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_LINGER, &now, sizeof now);
  }

 private:
  int socket_;
  const std::atomic<bool>& stopping_;
};

class RawServer {
 public:
  using Script = std::function<void(RawClient&)>;

  explicit RawServer(Script script)
      : script_(std::move(script)), socket_(listening_socket(16)), accepting_([this] { run(); }) {}
  ~RawServer() {
    stopping_ = true;
    ::shutdown(socket_, SHUT_RDWR);
    accepting_.join();
    for (std::thread& thread : serving_) thread.join();
    ::close(socket_);
  }

  std::string url(const std::string& path = "/") const {
    return "http://127.0.0.1:" + std::to_string(port_of(socket_)) + path;
  }
  int connections() const { return connections_; }

 private:
  void run() {
    for (;;) {
      const int socket = ::accept(socket_, nullptr, nullptr);
      if (socket < 0) return;
      ++connections_;
      serving_.emplace_back([this, socket] {
        RawClient client(socket, stopping_);
        script_(client);
      });
    }
  }

  Script script_;
  int socket_;
  std::atomic<bool> stopping_{false};
  std::atomic<int> connections_{0};
  std::list<std::thread> serving_;
  std::thread accepting_;
};

}  // namespace dondoc::test
