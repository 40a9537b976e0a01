// PlatformHttp: the HttpClient of the program (engine/port/http_client.h), on cpp-httplib. Safe
// from any thread. Connections are kept alive and shared: one request at a time on each, idle ones
// are closed soon, because a platform closes its end without asking and a message that was written
// on a dead connection has an unknown outcome.
//
// What HttpFailure means here: `not_sent` when no connection came about (name, TCP, TLS,
// certificate) or the request is not fit to be written; `no_answer` from the first byte that may
// have left. A request is repeated by itself in one case only: a GET on a kept connection that gave
// no answer at all. HttpRequest::timeout bounds everything but the look-up of the host's name,
// which the C library bounds in its own way.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>

#include "engine/port/http_client.h"

namespace dondoc {

struct PlatformHttpSettings {
  /// Certificates to trust instead of the system's, a PEM file; empty: the system's.
  std::string certificates;
  Elapsed idle = Elapsed::seconds(5);  ///< how long a connection may wait for its next request
  std::size_t idle_connections = 16;   ///< kept waiting at most, of all places together
  /// The numeric address a host is connected at, or why it is not (then: not_sent). Empty: whatever
  /// the C library says.
  std::function<tl::expected<std::string, std::string>(const std::string& host)> address_of = {};
};

class PlatformHttp : public HttpClient {
 public:
  /// SIGPIPE is ignored in the whole process from now on: TLS writes on a closed socket raise it.
  explicit PlatformHttp(PlatformHttpSettings settings = {});
  /// Requires: no call is under way.
  ~PlatformHttp() override;

  tl::expected<HttpAnswer, HttpError> ask(const HttpRequest& request) override;

  /// Connections that wait for a request, for tests and metrics.
  std::size_t idle_connections() const;

 private:
  class Pool;
  std::unique_ptr<Pool> pool_;
};

}  // namespace dondoc
