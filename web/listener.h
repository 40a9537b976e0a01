// Listener: a cpp-httplib server that listens on a thread of its own. Every limit is set here, none
// is left to the library's default. Used by one thread; the server's handlers run on others.
#pragma once

#include <atomic>
#include <cstddef>
#include <string>
#include <string_view>
#include <thread>

#include "engine/result.h"
#include "web/body_reading.h"

namespace httplib {
class Server;
}

namespace dondoc {

struct HttpLimits {
  std::size_t threads = 16;  ///< at most, started as they are needed; one request each; an idle
                             ///< connection holds one until it is closed
  std::size_t body_bytes = k_body_bytes;  ///< more is answered with 413
  std::size_t requests_per_connection = 50;
  int idle_seconds = 2;  ///< then a connection nobody uses is closed; stop() waits as long at most
  int read_seconds = 5;
  int write_seconds = 5;
};

class Listener {
 public:
  /// `server` must outlive the listener, its handlers what they use.
  Listener(httplib::Server& server, const HttpLimits& limits);
  /// Stops when still running.
  ~Listener();

  /// Binds and starts the threads; the port listened on. `port` 0: any free one. `where`: where the
  /// port comes from, for the message.
  /// Errors: permanent when the port cannot be had (taken by another program, or not allowed); the
  /// message names it.
  Result<int> start(const std::string& host, int port, std::string_view where);
  /// Takes no more requests, finishes those under way. Not an error when it does not run.
  void stop();

 private:
  httplib::Server& server_;
  int socket_ = -1;  ///< the one the server listens on
  std::thread thread_;
  std::atomic<bool> ended_ = false;
};

}  // namespace dondoc
