// FakeServer: a fake platform over HTTP on 127.0.0.1, for independent clients and for dondoc serve.
// Threads of its own; start and stop on one thread.
#pragma once

#include <functional>
#include <memory>

#include "tests/support/fake_platform.h"

namespace dondoc::test {

class FakeServer {
 public:
  using Clock = std::function<Instant()>;
  /// Answers what is asked under /_fake/, where a test says what people and platform do.
  using Control = std::function<HttpAnswer(const HttpRequest&)>;

  /// `platform` must outlive the server.
  FakeServer(FakePlatform& platform, Clock clock, Control control = {});
  ~FakeServer();

  /// The port it listens on; `port` 0: any that is free. 0 when it cannot.
  /// An HttpError of the platform becomes a connection that breaks within the answer: a client
  /// cannot know what was done, so not_sent looks like no_answer here.
  int start(int port = 0);
  void stop();

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace dondoc::test
