#include <fcntl.h>

#include <catch2/catch.hpp>

#include "app/platform_http.h"
#include "tests/app/raw_server.h"

using namespace dondoc;
using dondoc::test::RawClient;
using dondoc::test::RawServer;

namespace {

const std::string k_whole = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

HttpRequest request_to(const std::string& url, HttpMethod method = HttpMethod::post) {
  HttpRequest request;
  request.method = method;
  request.url = url;
  request.timeout = Elapsed{2000};
  return request;
}

/// The failure, when there is one; a test that expects none fails on its own.
std::string failure_of(const tl::expected<HttpAnswer, HttpError>& answer) {
  if (answer) return "answered";
  switch (answer.error().kind) {
    case HttpFailure::not_sent:
      return "not sent";
    case HttpFailure::no_answer:
      return "no answer";
    case HttpFailure::too_large:
      return "too large";
  }
  return "";
}

}  // namespace

TEST_CASE("nobody listens: not sent") {
  std::string url;
  {
    RawServer gone([](RawClient&) {});
    url = gone.url("/bot1:geheim/getMe");
  }
  PlatformHttp http;
  const auto answer = http.ask(request_to(url));
  CHECK(failure_of(answer) == "not sent");
  CHECK(answer.error().detail == "no connection");
}

TEST_CASE("a name that does not exist: not sent") {
  PlatformHttp http;
  CHECK(failure_of(http.ask(request_to("http://no-such-host.invalid/"))) == "not sent");
}

TEST_CASE("a connection that does not come about in time: not sent") {
  // The queue of this socket is full: the kernel leaves further connections unanswered.
  const int full = dondoc::test::listening_socket(0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  address.sin_port = htons(static_cast<std::uint16_t>(dondoc::test::port_of(full)));
  std::vector<int> waiting;
  for (int i = 0; i < 3; ++i) {
    waiting.push_back(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0));
    ::connect(waiting.back(), reinterpret_cast<sockaddr*>(&address), sizeof address);
  }
  PlatformHttp http;
  HttpRequest request =
      request_to("http://127.0.0.1:" + std::to_string(dondoc::test::port_of(full)) + "/");
  request.timeout = Elapsed{100};
  const auto answer = http.ask(request);
  CHECK(failure_of(answer) == "not sent");
  CHECK(answer.error().detail == "no connection in time");
  for (int socket : waiting) ::close(socket);
  ::close(full);
}

TEST_CASE("closed after the connection, before or after the request: no answer, or never sent") {
  const bool reads = GENERATE(false, true);
  RawServer server([reads](RawClient& client) {
    if (reads) client.read_head();
    client.reset();
  });
  PlatformHttp http;
  const auto answer = http.ask(request_to(server.url("/bot1:geheim/sendMessage")));
  // A reset before the request may come before the connection is seen to stand: then nothing was
  // sent.
  const bool never_sent = !reads && failure_of(answer) == "not sent";
  CHECK((never_sent || failure_of(answer) == "no answer"));
  CHECK(answer.error().detail.find("geheim") == std::string::npos);
  CHECK(server.connections() == 1);
  CHECK(http.idle_connections() == 0);
}

TEST_CASE("half an answer is none") {
  const std::string half =
      GENERATE("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"ok\":true", "HTTP/1.1 20",
               "HTTP/1.1 200 OK\r\nContent-Le",
               "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel");
  RawServer server([half](RawClient& client) {
    client.read_head();
    client.write(half);
  });
  PlatformHttp http;
  CHECK(failure_of(http.ask(request_to(server.url()))) == "no answer");
}

TEST_CASE("what is no HTTP is no answer") {
  RawServer server([](RawClient& client) {
    client.read_head();
    client.write("SSH-2.0-OpenSSH_9.2\r\n\r\n");
  });
  PlatformHttp http;
  CHECK(failure_of(http.ask(request_to(server.url()))) == "no answer");
}

TEST_CASE("an answer without end is cut off") {
  const std::string head =
      GENERATE("HTTP/1.1 200 OK\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n");
  RawServer server([head](RawClient& client) {
    client.read_head();
    client.write(head);
    const std::string much(4096, 'x');
    while (client.write(much)) {
    }
  });
  PlatformHttp http;
  HttpRequest request = request_to(server.url());
  request.answer_bytes = 10'000;
  const auto answer = http.ask(request);
  CHECK(failure_of(answer) == "too large");
  CHECK(http.idle_connections() == 0);
}

TEST_CASE("an answer of exactly the allowed size is whole") {
  RawServer server([](RawClient& client) {
    while (client.read_head()) client.write(k_whole);
  });
  PlatformHttp http;
  HttpRequest request = request_to(server.url());
  request.answer_bytes = 2;
  const auto answer = http.ask(request);
  REQUIRE(answer);
  CHECK(answer->body == "ok");
  request.answer_bytes = 1;
  CHECK(failure_of(http.ask(request)) == "too large");
}

TEST_CASE("no answer in time ends the wait, also when a byte comes now and then") {
  const bool dribbles = GENERATE(false, true);
  RawServer server([dribbles](RawClient& client) {
    client.read_head();
    while (dribbles && client.write("H")) std::this_thread::sleep_for(std::chrono::milliseconds(2));
    client.wait_for_end();
  });
  PlatformHttp http;
  HttpRequest request = request_to(server.url());
  request.timeout = Elapsed{150};
  const auto answer = http.ask(request);
  CHECK(failure_of(answer) == "no answer");
  CHECK(answer.error().detail == "no whole answer in time");
}

TEST_CASE("a kept connection that the server has closed is found out before the next request") {
  std::atomic<int> closed{0};
  RawServer server([&](RawClient& client) {
    client.read_head();
    client.write(k_whole);
    ++closed;
  });
  PlatformHttp http;
  for (int i = 1; i <= 3; ++i) {
    REQUIRE(http.ask(request_to(server.url())));
    while (closed < i) std::this_thread::yield();
    std::this_thread::sleep_for(std::chrono::milliseconds(2));  // for the socket to be closed
  }
  CHECK(server.connections() == 3);
}

TEST_CASE("a kept connection that breaks is tried again for GET and never for POST") {
  // The first request of a connection is answered, the second one never.
  RawServer server([](RawClient& client) {
    client.read_head();
    client.write(k_whole);
    client.read_head();
    client.reset();
  });
  PlatformHttp http;
  REQUIRE(http.ask(request_to(server.url(), HttpMethod::get)));
  CHECK(http.ask(request_to(server.url(), HttpMethod::get)));
  CHECK(server.connections() == 2);
  CHECK(failure_of(http.ask(request_to(server.url(), HttpMethod::post))) == "no answer");
  CHECK(server.connections() == 2);
}

TEST_CASE("what comes in unasked is never taken for the next answer") {
  std::atomic<int> answered{0};
  std::atomic<int> forged{0};
  RawServer server([&](RawClient& client) {
    client.read_head();
    client.write(k_whole);
    while (answered == forged) std::this_thread::yield();
    client.write("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nforged");
    ++forged;
    client.wait_for_end();
  });
  PlatformHttp http;
  for (int i = 1; i <= 2; ++i) {
    const auto answer = http.ask(request_to(server.url()));
    ++answered;
    REQUIRE(answer);
    CHECK(answer->body == "ok");
    while (forged < i) std::this_thread::yield();
  }
  CHECK(server.connections() == 2);
}
