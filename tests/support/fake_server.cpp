#include "tests/support/fake_server.h"

#include <httplib.h>

#include <string>
#include <thread>
#include <utility>

namespace dondoc::test {
namespace {

constexpr std::size_t k_threads = 64;  // a held long poll takes one
constexpr std::size_t k_body_bytes = 64 * 1024 * 1024;
constexpr const char* k_control = "/_fake/";

HttpRequest request_of(const httplib::Request& asked) {
  HttpRequest request;
  request.method = asked.method == "GET" ? HttpMethod::get : HttpMethod::post;
  request.url = "http://127.0.0.1" + asked.target;
  request.content_type = asked.get_header_value("Content-Type");
  request.body = asked.body;
  for (const auto& [name, value] : asked.headers) request.headers.push_back({name, value});
  for (const auto& [name, part] : asked.files)
    request.parts.push_back({name, part.content, part.filename, part.content_type});
  return request;
}

void fill(httplib::Response& response, const HttpAnswer& answer) {
  response.status = answer.status;
  std::string type = "application/octet-stream";
  for (const HttpHeader& header : answer.headers) {
    if (header.name == "Content-Type") {
      type = header.value;
    } else {
      response.set_header(header.name, header.value);
    }
  }
  response.set_content(answer.body, type);
}

/// Begins an answer in chunks and breaks. (One of a known length would not do: there is a client
/// that waits for the rest although the connection is closed.)
void break_off(httplib::Response& response) {
  response.status = 200;
  response.set_chunked_content_provider("application/json",
                                        [](std::size_t, httplib::DataSink&) { return false; });
}

}  // namespace

struct FakeServer::Inside {
  FakePlatform& platform;
  Clock clock;
  Control control;
  httplib::Server server;
  std::thread thread;

  void serve(const httplib::Request& asked, httplib::Response& response) {
    const HttpRequest request = request_of(asked);
    if (control && asked.path.rfind(k_control, 0) == 0) return fill(response, control(request));
    const auto answer = platform.answer(request, clock());
    if (!answer) return break_off(response);
    fill(response, *answer);
  }
};

FakeServer::FakeServer(FakePlatform& platform, Clock clock, Control control)
    : inside_(new Inside{platform, std::move(clock), std::move(control), {}, {}}) {
  httplib::Server& server = inside_->server;
  server.new_task_queue = [] { return new httplib::ThreadPool(k_threads); };
  server.set_payload_max_length(k_body_bytes);
  server.set_tcp_nodelay(true);
  const auto handler = [inside = inside_.get()](const httplib::Request& asked,
                                                httplib::Response& response) {
    inside->serve(asked, response);
  };
  server.Get(".*", handler);
  server.Post(".*", handler);
}

FakeServer::~FakeServer() { stop(); }

int FakeServer::start(int port) {
  httplib::Server& server = inside_->server;
  if (port == 0) {
    port = server.bind_to_any_port("127.0.0.1");
  } else if (!server.bind_to_port("127.0.0.1", port)) {
    port = 0;
  }
  if (port <= 0) return 0;
  inside_->thread = std::thread([&server] { server.listen_after_bind(); });
  while (!server.is_running()) std::this_thread::yield();
  return port;
}

void FakeServer::stop() {
  inside_->server.stop();
  if (inside_->thread.joinable()) inside_->thread.join();
}

}  // namespace dondoc::test
