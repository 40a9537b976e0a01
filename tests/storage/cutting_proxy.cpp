#include "tests/storage/cutting_proxy.h"

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cstring>
#include <stdexcept>
#include <string_view>

namespace dondoc::test {
namespace {

constexpr const char* k_socket = "/.s.PGSQL.5432";
constexpr int k_look_ms = 20;

sockaddr_un place(const std::string& folder) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const std::string path = folder + k_socket;
  if (path.size() >= sizeof(address.sun_path)) throw std::runtime_error(path + " is too long");
  std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
  return address;
}

int socket_at(const std::string& folder, bool listens) {
  const int made = ::socket(AF_UNIX, SOCK_STREAM, 0);
  const sockaddr_un address = place(folder);
  const auto* where = reinterpret_cast<const sockaddr*>(&address);
  const bool there = listens ? ::bind(made, where, sizeof(address)) == 0 && ::listen(made, 16) == 0
                             : ::connect(made, where, sizeof(address)) == 0;
  if (!there) throw std::runtime_error("no socket at " + folder);
  return made;
}

bool readable(int socket, int wait_ms) {
  pollfd look{socket, POLLIN, 0};
  return ::poll(&look, 1, wait_ms) > 0;
}

/// What is there now; empty: the line is closed.
std::string take(int socket) {
  std::array<char, 65'536> bytes{};
  const ssize_t size = ::recv(socket, bytes.data(), bytes.size(), 0);
  return {bytes.data(), size > 0 ? static_cast<std::size_t>(size) : 0};
}

void give(int socket, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

}  // namespace

CuttingProxy::CuttingProxy(const std::string& server_folder)
    : server_(server_folder),
      listener_(socket_at(folder_.path(), true)),
      accepting_([this] { accept_all(); }) {}

CuttingProxy::~CuttingProxy() {
  ended_ = true;
  accepting_.join();
  for (std::thread& line : lines_) line.join();
  ::close(listener_);
}

void CuttingProxy::accept_all() {
  while (!ended_) {
    if (!readable(listener_, k_look_ms)) continue;
    const int client = ::accept(listener_, nullptr, nullptr);
    if (client >= 0) lines_.emplace_back([this, client] { carry(client); });
  }
}

void CuttingProxy::carry(int client) {
  const int server = socket_at(server_, false);
  bool open = true;
  while (open && !ended_) {
    std::array<pollfd, 2> ends = {{{client, POLLIN, 0}, {server, POLLIN, 0}}};
    if (::poll(ends.data(), ends.size(), k_look_ms) <= 0) continue;
    if (ends[1].revents != 0) {
      const std::string said = take(server);
      open = !said.empty();
      give(client, said);
    }
    if (open && ends[0].revents != 0) {
      const std::string said = take(client);
      open = !said.empty();
      if (said.find("COMMIT") != said.npos && cut_ != Cut::none) {
        if (cut_ == Cut::after_commit) {
          give(server, said);
          take(server);  // its answer, which nobody gets
        }
        cut_ = Cut::none;
        open = false;
      } else {
        give(server, said);
      }
    }
  }
  ::close(client);
  ::close(server);
}

}  // namespace dondoc::test
