#include "web/listener.h"

#include <fmt/format.h>
#include <httplib.h>
#include <sys/socket.h>

#include <chrono>
#include <functional>
#include <utility>

#include "web/growing_pool.h"

namespace dondoc {
namespace {

constexpr std::chrono::seconds k_thread_rests{30};
/// The library lets five callers wait to be taken; a sixth would be put off for a second.
constexpr int k_connections_waiting = 512;

class Threads final : public httplib::TaskQueue {
 public:
  explicit Threads(std::size_t most) : pool_(most, k_thread_rests) {}
  void enqueue(std::function<void()> job) override { pool_.add(std::move(job)); }
  void shutdown() override { pool_.stop(); }

 private:
  GrowingPool pool_;
};

/// The library knows Brotli at its best alone, which takes more than a second for a board of the
/// whole country; its gzip takes milliseconds and comes within a few kilobytes of it.
void take_away_brotli(const httplib::Request& request) {
  if (request.get_header_value("Accept-Encoding").find("br") == std::string::npos) return;
  const bool takes_gzip =
      request.get_header_value("Accept-Encoding").find("gzip") != std::string::npos;
  // The library hands out what it made as const, and chooses the encoding after the handlers.
  auto& headers = const_cast<httplib::Request&>(request).headers;
  headers.erase("Accept-Encoding");
  if (takes_gzip) headers.emplace("Accept-Encoding", "gzip");
}

}  // namespace

Listener::Listener(httplib::Server& server, const HttpLimits& limits) : server_(server) {
  const std::size_t threads = limits.threads;
  server_.new_task_queue = [threads] { return new Threads(threads); };
  // The library's default lets two programs share a port in silence; the second one must be told
  // that it is taken.
  server_.set_socket_options([this](socket_t socket) {
    const int yes = 1;
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    socket_ = socket;
  });
  server_.set_pre_routing_handler([](const httplib::Request& request, httplib::Response&) {
    take_away_brotli(request);
    return httplib::Server::HandlerResponse::Unhandled;
  });
  server_.set_tcp_nodelay(true);
  server_.set_payload_max_length(limits.body_bytes);
  server_.set_keep_alive_max_count(limits.requests_per_connection);
  server_.set_keep_alive_timeout(limits.idle_seconds);
  server_.set_read_timeout(limits.read_seconds);
  server_.set_write_timeout(limits.write_seconds);
}

Listener::~Listener() { stop(); }

Result<int> Listener::start(const std::string& host, int port, std::string_view where) {
  const int bound =
      port == 0 ? server_.bind_to_any_port(host) : (server_.bind_to_port(host, port) ? port : 0);
  if (bound <= 0 || ::listen(socket_, k_connections_waiting) != 0) {
    return failure(ErrorKind::permanent,
                   fmt::format("cannot listen on {} port {} ({}): is another program using it?",
                               host, port, where));
  }
  thread_ = std::thread([this] {
    server_.listen_after_bind();
    ended_ = true;
  });
  return bound;
}

void Listener::stop() {
  if (!thread_.joinable()) return;
  while (!server_.is_running() && !ended_)
    std::this_thread::yield();  // it would not notice a stop before it runs
  server_.stop();
  thread_.join();
}

}  // namespace dondoc
