#include "app/platform_http.h"

#include <httplib.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <set>
#include <thread>

using namespace dondoc;

namespace {

/// A decent server, with routes made for the tests.
struct Decent {
  httplib::Server server;
  int port = 0;
  std::thread thread;
  std::mutex mutex;
  std::set<int> client_ports;
  std::atomic<int> redirected{0};

  Decent() {
    server.Post("/echo", [this](const httplib::Request& in, httplib::Response& out) {
      note(in);
      out.set_header("X-Method", in.method);
      out.set_header("X-Type", in.get_header_value("Content-Type"));
      out.set_header("X-Token", in.get_header_value("X-Token"));
      out.set_header("X-Coding", in.get_header_value("Accept-Encoding"));
      out.set_content(in.body, "text/plain");
    });
    server.Get("/target", [this](const httplib::Request& in, httplib::Response& out) {
      note(in);
      out.set_content(in.target, "text/plain");
    });
    server.Get("/away", [](const httplib::Request&, httplib::Response& out) {
      out.set_redirect("/landed");
    });
    server.Get("/landed", [this](const httplib::Request&, httplib::Response&) { ++redirected; });
    server.Get("/twice", [](const httplib::Request&, httplib::Response& out) {
      out.headers.emplace("Server", "first");
      out.headers.emplace("Server", "second");
      out.set_content("{}", "application/json");
    });
    server.Post("/form", [](const httplib::Request& in, httplib::Response& out) {
      const auto file = in.get_file_value("document");
      out.set_content(in.get_file_value("caption").content + "|" + file.filename + "|" +
                          file.content_type + "|" + file.content,
                      "text/plain");
    });
    server.Get("/refused", [](const httplib::Request&, httplib::Response& out) {
      out.status = 503;
      out.set_content("<html>busy</html>", "text/html");
    });
    server.Get("/nothing",
               [](const httplib::Request&, httplib::Response& out) { out.status = 204; });
    server.set_tcp_nodelay(true);
    server.set_keep_alive_max_count(10'000);
    server.new_task_queue = [] { return new httplib::ThreadPool(8); };
    port = server.bind_to_any_port("127.0.0.1");
    thread = std::thread([this] { server.listen_after_bind(); });
    while (!server.is_running()) std::this_thread::yield();
  }
  ~Decent() {
    server.stop();
    thread.join();
  }

  void note(const httplib::Request& in) {
    const std::lock_guard lock(mutex);
    client_ports.insert(in.remote_port);
  }
  std::string url(const std::string& path) const {
    return "http://127.0.0.1:" + std::to_string(port) + path;
  }
  HttpRequest get(const std::string& path) const {
    HttpRequest request;
    request.method = HttpMethod::get;
    request.url = url(path);
    return request;
  }
  HttpRequest post(const std::string& path, std::string body) const {
    HttpRequest request;
    request.url = url(path);
    request.body = std::move(body);
    return request;
  }
};

}  // namespace

TEST_CASE("body, content type, headers and query arrive as they were given") {
  Decent decent;
  PlatformHttp http;
  HttpRequest request = decent.post("/echo", R"({"text":"Kính gửi đồng chí"})");
  request.headers = {{"X-Token", "t:1"}};
  auto answer = http.ask(request);
  REQUIRE(answer);
  CHECK(answer->status == 200);
  CHECK(answer->body == request.body);
  CHECK(answer->header("x-method") == "POST");
  CHECK(answer->header("X-Type") == "application/json");
  CHECK(answer->header("X-Token") == "t:1");
  CHECK(answer->header("X-Coding") == "identity");

  answer = http.ask(decent.get("/target?a=1%2F2&b=x+y"));
  REQUIRE(answer);
  CHECK(answer->body == "/target?a=1%2F2&b=x+y");
}

TEST_CASE("any status is an answer, and a redirect is not followed") {
  Decent decent;
  PlatformHttp http;
  const auto busy = http.ask(decent.get("/refused"));
  REQUIRE(busy);
  CHECK(busy->status == 503);
  CHECK(busy->body == "<html>busy</html>");
  const auto away = http.ask(decent.get("/away"));
  REQUIRE(away);
  CHECK(away->status == 302);
  CHECK(away->header("Location") == "/landed");
  CHECK(decent.redirected == 0);
  CHECK(http.ask(decent.get("/nothing"))->status == 204);
  CHECK(http.ask(decent.get("/unknown"))->status == 404);
}

TEST_CASE("the same header twice is no error") {
  Decent decent;
  PlatformHttp http;
  const auto answer = http.ask(decent.get("/twice"));
  REQUIRE(answer);
  const auto count =
      std::count_if(answer->headers.begin(), answer->headers.end(),
                    [](const HttpHeader& header) { return header.name == "Server"; });
  CHECK(count == 2);
  CHECK(answer->header("server") == "first");
}

TEST_CASE("a file travels as a part of a form, every byte of it") {
  Decent decent;
  PlatformHttp http;
  std::string content("%PDF\r\n--\0\xff", 10);
  HttpRequest request = decent.post("/form", "");
  request.parts = {{"caption", "báo cáo", "", ""},
                   {"document", content, "bao-cao.pdf", "application/pdf"}};
  const auto answer = http.ask(request);
  REQUIRE(answer);
  CHECK(answer->body == "báo cáo|bao-cao.pdf|application/pdf|" + content);
}

TEST_CASE("requests one after the other share a connection; several at once do not") {
  Decent decent;
  PlatformHttp http;
  for (int i = 0; i < 5; ++i) REQUIRE(http.ask(decent.get("/target")));
  CHECK(decent.client_ports.size() == 1);
  CHECK(http.idle_connections() == 1);

  std::atomic<int> wrong{0};
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&, t] {
      for (int i = 0; i < 25; ++i) {
        const std::string body = std::to_string(t) + "/" + std::to_string(i);
        const auto answer = http.ask(decent.post("/echo", body));
        if (!answer || answer->body != body) ++wrong;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(wrong == 0);
  CHECK(decent.client_ports.size() <= 5);
  CHECK(http.idle_connections() <= 4);
}

TEST_CASE("no more connections wait than allowed, and none for long") {
  Decent one;
  Decent other;
  PlatformHttpSettings settings;
  settings.idle_connections = 1;
  PlatformHttp few(settings);
  REQUIRE(few.ask(one.get("/target")));
  REQUIRE(few.ask(other.get("/target")));
  CHECK(few.idle_connections() == 1);

  settings.idle = Elapsed{-1};
  PlatformHttp impatient(settings);
  one.client_ports.clear();
  REQUIRE(impatient.ask(one.get("/target")));
  REQUIRE(impatient.ask(one.get("/target")));
  CHECK(one.client_ports.size() == 2);
}

TEST_CASE("a request that cannot be written is not sent, and the reason holds nothing of it") {
  Decent decent;
  PlatformHttp http;
  HttpRequest request = decent.get("/target");
  request.headers = {{"X-Token", "geheim\r\nX-More: 1"}};
  auto answer = http.ask(request);
  REQUIRE_FALSE(answer);
  CHECK(answer.error().kind == HttpFailure::not_sent);
  CHECK(answer.error().detail.find("geheim") == std::string::npos);

  request = HttpRequest{};
  request.url = "gopher://bot12345:geheim/";
  answer = http.ask(request);
  REQUIRE_FALSE(answer);
  CHECK(answer.error().kind == HttpFailure::not_sent);
  CHECK(answer.error().detail == "not an address of http or https");

  request = decent.get("/target");
  request.timeout = Elapsed{0};
  CHECK(http.ask(request).error().kind == HttpFailure::not_sent);
  CHECK(decent.client_ports.empty());
}
