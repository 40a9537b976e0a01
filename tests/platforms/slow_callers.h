// SlowCallers: connections to a port of this machine that send a byte a second, as people do who
// want to keep others out. Each is in the middle of a request that never ends.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <chrono>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace dondoc::test {

class SlowCallers {
 public:
  /// Half of them stop in the head of a request, the others in its body.
  SlowCallers(int port, const std::string& path, int count) {
    const std::string head = "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
    sockets_.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i)
      sockets_.push_back(call(
          port, i % 2 == 0
                    ? head + "X-Slow: a"
                    : head + "Content-Type: application/json\r\nContent-Length: 90000\r\n\r\n{"));
    dripping_ = std::thread([this] { drip(); });
  }
  ~SlowCallers() {
    stopping_ = true;
    dripping_.join();
    for (const int socket : sockets_) ::close(socket);
  }
  SlowCallers(const SlowCallers&) = delete;
  SlowCallers& operator=(const SlowCallers&) = delete;

  /// How often every one of them has sent a byte.
  int rounds() const { return rounds_; }

  /// How many are still neither answered nor hung up on.
  int hanging() const {
    int count = 0;
    for (const int socket : sockets_) {
      char c = 0;
      const auto got = ::recv(socket, &c, 1, MSG_DONTWAIT | MSG_PEEK);
      if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) ++count;
    }
    return count;
  }

 private:
  static int call(int port, const std::string& begin) {
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    if (::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0 ||
        ::send(socket, begin.data(), begin.size(), MSG_NOSIGNAL) !=
            static_cast<ssize_t>(begin.size()))
      throw std::runtime_error("a slow caller did not get through");
    return socket;
  }

  void drip() {
    auto next = std::chrono::steady_clock::now();
    while (!stopping_) {
      if (std::chrono::steady_clock::now() < next) {
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
        continue;
      }
      for (const int socket : sockets_) ::send(socket, "a", 1, MSG_NOSIGNAL | MSG_DONTWAIT);
      ++rounds_;
      next += std::chrono::seconds(1);
    }
  }

  std::vector<int> sockets_;
  std::atomic<bool> stopping_ = false;
  std::atomic<int> rounds_ = 0;
  std::thread dripping_;
};

}  // namespace dondoc::test
