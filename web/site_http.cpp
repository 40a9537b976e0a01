#include "web/site_http.h"

#include <httplib.h>

#include "web/api/api.h"
#include "web/body_reading.h"

namespace dondoc {
namespace {

/// Twice the same field is a trick, not a browser.
std::string only_one(const httplib::Request& in, const char* name) {
  return in.get_header_value_count(name) == 1 ? in.get_header_value(name) : "";
}

Request request_from(const httplib::Request& in) {
  Request request;
  request.method = in.method == "HEAD" ? "GET" : in.method;
  request.path = in.target.substr(0, in.target.find('?'));  // parts are decoded one by one
  request.query = in.params;
  request.host = only_one(in, "Host");
  request.origin = in.get_header_value("Origin");
  request.fetch_site = in.get_header_value("Sec-Fetch-Site");
  request.content_type = in.get_header_value("Content-Type");
  request.cookie = in.get_header_value("Cookie");
  request.remote = in.remote_addr;
  request.live = in.has_header("HX-Request");
  request.authorization = only_one(in, "Authorization");
  request.accept_language = only_one(in, "Accept-Language");
  request.if_none_match = only_one(in, "If-None-Match");
  request.idempotency_key = only_one(in, "Idempotency-Key");
  return request;
}

void write_to(httplib::Response& out, const Response& response) {
  out.status = response.status;
  for (const auto& [name, value] : response.headers) {
    if (name != "Set-Cookie") out.headers.erase(name);  // what the server says of every answer
    out.set_header(name.c_str(), value);
  }
  if (response.status != 204) out.set_content(response.body, response.type);
}

/// What a program sends: one JSON document, or one file.
void read_document(const httplib::Request& in, const httplib::ContentReader& reader,
                   std::size_t most, Request& request) {
  TextBody body = read_text(in, reader, most);
  request.body = std::move(body.text);
  request.body_fault = body.fault;
}

}  // namespace

void serve_site(httplib::Server& server, Site& site) {
  const auto answer = [&site](const httplib::Request& in, httplib::Response& out) {
    write_to(out, site.answer(request_from(in)));
  };
  server.Get("/.*", answer);
  server.Post("/.*", [&site](const httplib::Request& in, httplib::Response& out,
                             const httplib::ContentReader& reader) {
    Request request = request_from(in);
    if (is_api_path(request.path)) {
      read_document(in, reader, site.body_limit(request), request);
    } else {
      read_form(in, reader, site.body_limit(request), request);
    }
    write_to(out, site.answer(request));
  });
  // What no page has; the API says so in its own way. Nobody reads what came with it.
  const auto answer_alone = [&site](const httplib::Request& in, httplib::Response& out,
                                    const httplib::ContentReader& reader) {
    read_text(in, reader, 0);
    write_to(out, site.answer(request_from(in)));
  };
  server.Put("/api/.*", answer_alone);
  server.Patch("/api/.*", answer_alone);
  server.Delete("/api/.*", answer_alone);
  server.Options("/api/.*", answer);
}

}  // namespace dondoc
