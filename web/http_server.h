// Serves a table of routes on 127.0.0.1 with cpp-httplib. Every limit is set here, none is left to
// the library's default.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "engine/result.h"
#include "web/route.h"

namespace dondoc {

struct HttpLimits {
  std::size_t threads = 16;  ///< one request each; an idle connection holds one until it is closed
  std::size_t body_bytes = 1024 * 1024;  ///< more is answered with 413
  std::size_t requests_per_connection = 50;
  int idle_seconds = 2;  ///< then a connection nobody uses is closed; stop() waits as long at most
  int read_seconds = 5;
  int write_seconds = 5;
};

class HttpServer {
 public:
  /// `token`: what a route with Access::act asks for. `limits` default to what a demo on one
  /// machine needs.
  HttpServer(std::vector<Route> routes, std::string token, HttpLimits limits = {});
  /// Stops when still running.
  ~HttpServer();

  /// Binds and starts the threads; the port listened on. `port` 0: any free one.
  /// Errors: permanent when the port cannot be had (taken by another program, or not allowed); the
  /// message names it.
  Result<int> start(int port);
  /// Takes no more requests, finishes those under way. A handler that waits for something must have
  /// been told before.
  void stop();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dondoc
