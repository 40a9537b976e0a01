#include "web/http_server.h"

#include <httplib.h>

#include <cstring>
#include <utility>

#include "engine/limits.h"
#include "web/body_reading.h"
#include "web/gate.h"
#include "web/site_http.h"

namespace dondoc {
namespace {

constexpr const char* k_address = "127.0.0.1";

/// No script, style or picture from elsewhere, none written into the page, no frame around it.
constexpr const char* k_content_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const httplib::Headers& headers_of_every_answer() {
  static const httplib::Headers headers = {
      {"Content-Security-Policy", k_content_policy},
      {"Cross-Origin-Opener-Policy", "same-origin"},
      {"Cross-Origin-Resource-Policy", "same-origin"},
      {"X-Content-Type-Options", "nosniff"},
      {"Referrer-Policy", "no-referrer"},
      {"Cache-Control", "no-store"},
  };
  return headers;
}

/// A path as a pattern that matches nothing else.
std::string exactly(const std::string& path) {
  std::string pattern;
  for (char c : path) {
    if (std::strchr(".^$|()[]{}*+?\\", c) != nullptr) pattern += '\\';
    pattern += c;
  }
  return pattern;
}

Request request_from(const httplib::Request& in) {
  Request request;
  request.method = in.method;
  request.path = in.path;
  request.query = in.params;
  // Twice the same field is a trick, not a browser.
  request.host = in.get_header_value_count("Host") == 1 ? in.get_header_value("Host") : "";
  request.origin = in.get_header_value("Origin");
  request.fetch_site = in.get_header_value("Sec-Fetch-Site");
  request.content_type = in.get_header_value("Content-Type");
  request.token = in.get_header_value("X-Dondoc-Token");
  return request;
}

void write_to(httplib::Response& out, const Response& response) {
  out.status = response.status;
  out.set_content(response.body, response.type);
}

/// Answers that no route gave: not found, too large, not readable.
Response answer_without_route(int status) {
  if (status == 404) return refusal(404, "Không có trang này.");
  if (status == 413) return refusal(413, "Nội dung gửi lên quá lớn.");
  return refusal(status, "Không đọc được yêu cầu.");
}

}  // namespace

class HttpServer::Impl {
 public:
  Impl(std::vector<Route> routes, std::string token, const HttpLimits& limits)
      : routes_(std::move(routes)), token_(std::move(token)), listener_(server_, limits) {
    set_answers();
    for (const Route& route : routes_) add(route);
  }

  void show_pages(Site& site) { serve_site(server_, site); }

  Result<int> start(int port) {
    refuse_other_methods(server_);
    return listener_.start(k_address, port, "--port N takes another");
  }

  void stop() { listener_.stop(); }

 private:
  void set_answers() {
    server_.set_default_headers(headers_of_every_answer());
    server_.set_error_handler([](const httplib::Request&, httplib::Response& out) {
      if (out.body.empty()) write_to(out, answer_without_route(out.status));
    });
    server_.set_exception_handler(
        [](const httplib::Request&, httplib::Response& out, std::exception_ptr) {
          write_to(out, refusal(500, "Chương trình gặp lỗi khi trả lời."));
        });
  }

  /// The gate stands in the handler, after the body was read: refused earlier, an unread body would
  /// be taken for the next request of the connection.
  void add(const Route& route) {
    const auto answer = [this, &route](const Request& request, httplib::Response& out) {
      const auto refused = turned_away(request, route.access, token_);
      write_to(out, refused ? *refused : route.handler(request));
    };
    if (route.method != "POST") {
      server_.Get(exactly(route.path),
                  [answer](const httplib::Request& in, httplib::Response& out) {
                    answer(request_from(in), out);
                  });
      return;
    }
    server_.Post(exactly(route.path), [answer](const httplib::Request& in, httplib::Response& out,
                                               const httplib::ContentReader& reader) {
      Request request = request_from(in);
      TextBody body = read_text(in, reader, limits::inbound_bytes);
      if (body.fault != BodyFault::none)
        return write_to(out, answer_without_route(body.fault == BodyFault::too_long ? 413 : 400));
      request.body = std::move(body.text);
      answer(request, out);
    });
  }

  const std::vector<Route> routes_;
  const std::string token_;
  httplib::Server server_;
  Listener listener_;  // last: ends first
};

HttpServer::HttpServer(std::vector<Route> routes, std::string token, HttpLimits limits)
    : impl_(std::make_unique<Impl>(std::move(routes), std::move(token), limits)) {}
HttpServer::~HttpServer() = default;
void HttpServer::show_pages(Site& site) { impl_->show_pages(site); }
Result<int> HttpServer::start(int port) { return impl_->start(port); }
void HttpServer::stop() { impl_->stop(); }

}  // namespace dondoc
