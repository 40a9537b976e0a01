// ServedOffice: an office that speaks Telegram, with its web server on a real port of this machine.
#pragma once

#include <memory>
#include <string>

#include "app/platform_http.h"
#include "app/serve_http.h"
#include "app/temporary_folder.h"
#include "storage/sqlite/sqlite_reader.h"
#include "storage/sqlite/sqlite_store.h"
#include "tests/platforms/telegram_office.h"

namespace dondoc::test {

/// Brings to the port what the platform sends to the public address.
class ThroughThePort : public HttpClient {
 public:
  explicit ThroughThePort(const std::string& base) : base_(base) {}
  tl::expected<HttpAnswer, HttpError> ask(const HttpRequest& request) override {
    HttpRequest local = request;
    local.url = base_ + request.url.substr(request.url.find("/webhook/"));
    return http_.ask(local);
  }

 private:
  const std::string& base_;
  PlatformHttp http_;
};

class ServedOffice {
 public:
  explicit ServedOffice(const std::string& start) : office(start) {
    http_.take_webhooks(office.channels(), office.receiving());
    http_.show_metrics(metrics_);
    ListenConfig listen;
    listen.port = 0;
    const auto got = http_.start(listen);
    if (!got) throw std::runtime_error(got.error().message);
    port = *got;
    base_ = "http://127.0.0.1:" + std::to_string(port);
  }

  /// Status and body; 0 when nothing was answered.
  HttpAnswer get(const std::string& path) {
    HttpRequest request;
    request.method = HttpMethod::get;
    request.url = base_ + path;
    const auto answer = client_.ask(request);
    return answer ? *answer : HttpAnswer{};
  }

  /// Webhooks with what waits at the platform; how many were taken.
  std::size_t bring_updates(Instant now) { return office.fake.deliver_webhooks(platform_, now); }

  TelegramOffice office;
  int port = 0;

 private:
  /// Pages read a database; what the office of this test does is in memory.
  std::unique_ptr<Reader> reader() {
    const std::string path = folder_.file("empty.db");
    if (!open_sqlite_store(path)) throw std::runtime_error("no database");
    return std::move(*open_sqlite_reader(path));
  }

  TemporaryFolder folder_;
  std::string base_;
  MetricsSource metrics_{office.runtime(), office.receiving(), reader(), Elapsed{}};
  ServeHttp http_{office.runtime(), reader(), Zone::viet_nam(), ClockAccess::none};
  PlatformHttp
      client_;  // after the server: its connections end first, and the server's threads with them
  ThroughThePort platform_{base_};
};

}  // namespace dondoc::test
