// Serves a table of routes on 127.0.0.1 with cpp-httplib.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/result.h"
#include "web/listener.h"
#include "web/route.h"
#include "web/site.h"

namespace dondoc {

class HttpServer {
 public:
  /// `token`: what a route with Access::act asks for. `limits` default to what a demo on one
  /// machine needs.
  HttpServer(std::vector<Route> routes, std::string token, HttpLimits limits = {});
  /// Stops when still running.
  ~HttpServer();

  /// Before start: what no route takes is a page's. Must live as long as the server runs.
  void show_pages(Site& site);

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
