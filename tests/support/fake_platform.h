// FakePlatform: a chat platform in memory that follows chat-apis.md, for tests. Asked directly
// through FakeClient, or over HTTP through fake_server.h. Thread-safe by a lock of its own.
#pragma once

#include "engine/port/http_client.h"
#include "engine/time/time.h"

namespace dondoc::test {

class FakePlatform {
 public:
  virtual ~FakePlatform() = default;
  /// Answers as the platform would at `now`; headers' names as sent. An HttpError stands for what
  /// the network does: no connection, or an answer that never came though the work was done.
  virtual tl::expected<HttpAnswer, HttpError> answer(const HttpRequest& request, Instant now) = 0;
};

/// The HTTP client of an adapter under test: asks the fake without a network.
class FakeClient : public HttpClient {
 public:
  FakeClient(FakePlatform& platform, const Instant& now) : platform_(platform), now_(now) {}
  tl::expected<HttpAnswer, HttpError> ask(const HttpRequest& request) override {
    return platform_.answer(request, now_);
  }

 private:
  FakePlatform& platform_;
  const Instant& now_;
};

}  // namespace dondoc::test
