// The page of `dondoc demo`: chat windows of several people, a clock that can be moved, and the
// board, on 127.0.0.1. The page itself stands in web/; here it meets the running engine. Nothing
// here is for real people: the demo's own page has no sign-in.
#pragma once

#include <functional>
#include <memory>

#include "app/runtime.h"
#include "bots/sandbox/sandbox_channel.h"
#include "engine/port/reader.h"
#include "engine/result.h"
#include "engine/time/time.h"
#include "web/site.h"

namespace dondoc {

class DemoServer {
 public:
  /// Opens a connection for reading; called once, by start.
  using OpenReader = std::function<Result<std::unique_ptr<Reader>>()>;

  /// `runtime` and `sandbox` must outlive the server, and the runtime must run while the server
  /// does; its clock must be a virtual one. `port` 0: any free one.
  DemoServer(Runtime& runtime, SandboxChannel& sandbox, OpenReader open_reader, Zone zone,
             int port);
  /// Stops when still running.
  ~DemoServer();

  /// Before start: the pages of the office beside the demo's own. Must outlive the server.
  void show_pages(Site& site);

  /// Binds and starts the server's threads; the port listened on. Once only.
  /// Errors: those of the reader; permanent, naming the port, when it is taken.
  Result<int> start();
  /// Ends every wait of an open page at once, then the threads. From any thread but the server's
  /// own.
  void stop();

 private:
  class Desk;
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dondoc
