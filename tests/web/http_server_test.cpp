#include "web/http_server.h"

#include <httplib.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <string>

#include "tests/web/fake_desk.h"
#include "web/demo_routes.h"

namespace dondoc {
namespace {

const std::string k_said = R"({"person":"p","text":"dạ xong","key":"k"})";

/// The demo's routes on a free port, and a client.
struct Served {
  FakeDesk desk;
  HttpServer server{demo_routes(desk, "the-token", project_file), "the-token"};
  int port = server.start(0).value();
  httplib::Client client{"127.0.0.1", port};

  httplib::Headers own_headers() const {
    return {{"Host", "127.0.0.1:" + std::to_string(port)},
            {"Origin", "http://127.0.0.1:" + std::to_string(port)},
            {"X-Dondoc-Token", "the-token"}};
  }

  int say(httplib::Headers headers, const std::string& body = k_said,
          const char* type = "application/json") {
    auto answer = client.Post("/say", headers, body, type);
    return answer ? answer->status : 0;
  }
};

httplib::Headers with(httplib::Headers headers, const std::string& name, const std::string& value) {
  headers.erase(name);
  headers.emplace(name, value);
  return headers;
}

TEST_CASE("a page, its assets and its state are served with a strict content policy") {
  Served served;
  for (const char* path : {"/", "/state", "/assets/demo.css", "/assets/demo.js", "/healthz"}) {
    INFO(path);
    auto answer = served.client.Get(path);
    REQUIRE(answer);
    CHECK(answer->status == 200);
    CHECK(answer->get_header_value("Content-Security-Policy")
              .find("default-src 'none'; script-src 'self'") == 0);
    CHECK(answer->get_header_value("X-Content-Type-Options") == "nosniff");
  }
  auto script = served.client.Get("/assets/demo.js");
  CHECK(script->get_header_value("Content-Type") == "text/javascript; charset=utf-8");
}

TEST_CASE("Brotli, which took a second for a large page, is never the encoding of an answer") {
  Served served;
  for (const auto& [accepts, encoding] : std::vector<std::pair<std::string, std::string>>{
           {"gzip, deflate, br, zstd", "gzip"}, {"br", ""}, {"gzip", "gzip"}, {"identity", ""}}) {
    INFO(accepts);
    auto answer = served.client.Get("/assets/demo.js", {{"Accept-Encoding", accepts}});
    REQUIRE(answer);
    CHECK(answer->get_header_value("Content-Encoding") == encoding);
    CHECK(answer->body == *project_file("web/assets/demo.js"));  // the client unpacks it
  }
}

TEST_CASE("our own page may act") {
  Served served;
  CHECK(served.say(served.own_headers()) == 200);
  CHECK(served.desk.told.size() == 1);
}

TEST_CASE("other sites, other names, no token: nothing is done") {
  Served served;
  const httplib::Headers own = served.own_headers();
  CHECK(served.say(with(own, "Origin", "http://evil.example")) == 403);
  CHECK(served.say(with(own, "Host", "evil.example")) == 403);
  CHECK(served.say(with(own, "X-Dondoc-Token", "guess")) == 403);
  CHECK(served.say(with(own, "Sec-Fetch-Site", "cross-site")) == 403);
  CHECK(served.say(own, k_said, "text/plain") == 415);
  CHECK(served.say(own, "{") == 400);
  CHECK(served.desk.told.empty());
  auto page = served.client.Get("/", {{"Host", "evil.example"}});
  REQUIRE(page);
  CHECK(page->status == 403);
  CHECK(page->body.find("the-token") == std::string::npos);
}

TEST_CASE("a refused body is not taken for the next request of the connection") {
  Served served;
  served.client.set_keep_alive(true);
  const std::string hidden = "GET /state HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
  CHECK(served.say({{"Host", "evil.example"}}, hidden, "text/plain") == 403);
  auto next = served.client.Get("/healthz");
  REQUIRE(next);
  CHECK(next->body == "ok\n");
}

TEST_CASE("too large a body is refused") {
  Served served;
  CHECK(served.say(served.own_headers(), std::string(1024 * 1024 + 1, ' ')) == 413);
  CHECK(served.desk.told.empty());
  CHECK(served.client.Get("/healthz")->status == 200);
}

TEST_CASE("an unknown path is not found, a pattern is not a path") {
  Served served;
  for (const char* path :
       {"/nothing", "/stateX", "/assets/demoXcss", "/assets/../demo.css", "/say"}) {
    INFO(path);
    auto answer = served.client.Get(path);
    REQUIRE(answer);
    CHECK(answer->status == 404);
    CHECK(answer->body.find("\"error\"") != std::string::npos);
  }
}

TEST_CASE("a port that is taken is an error that names it") {
  Served served;
  HttpServer second({}, "the-token");
  const auto started = second.start(served.port);
  REQUIRE_FALSE(started);
  CHECK(started.error().kind == ErrorKind::permanent);
  CHECK(started.error().message.find(std::to_string(served.port)) != std::string::npos);
}

TEST_CASE("stopping does not wait for idle connections longer than allowed") {
  auto served = std::make_unique<Served>();
  served->client.set_keep_alive(true);
  REQUIRE(served->client.Get("/healthz"));
  const auto before = std::chrono::steady_clock::now();
  served->server.stop();
  CHECK(std::chrono::steady_clock::now() - before < std::chrono::seconds(5));
  served->server.stop();  // once more is no fault
}

}  // namespace
}  // namespace dondoc
