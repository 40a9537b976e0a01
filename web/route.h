// Routes as values: what a server answers is a table that a test can walk without a socket.
// web/http_server.h serves it.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dondoc {

/// What a form may hold, its files aside.
inline constexpr std::size_t k_form_bytes = std::size_t{512} * 1024;
/// The files of one form together; only routes that say so take any.
inline constexpr std::size_t k_upload_bytes = std::size_t{8} * 1024 * 1024;
/// Fields and files of one form.
inline constexpr std::size_t k_form_parts = 2'000;

/// A file that came with a form.
struct UploadedFile {
  std::string field;
  std::string name;  ///< as the browser gives it: for people to read, never a path
  std::string bytes;
};

/// Why nothing of a body is in a request.
enum class BodyFault {
  none,
  too_long,    ///< more than may be sent there
  ill_formed,  ///< no form, though it says so; parts without end; ended before its end
};

/// One request, read completely. Header fields are those the pages look at; empty when absent.
struct Request {
  std::string method;
  std::string path;
  std::multimap<std::string, std::string> query;  ///< decoded
  std::string body;                               ///< of what is no form
  std::vector<UploadedFile> files = {};
  BodyFault body_fault = BodyFault::none;
  std::string host;
  std::string origin;
  std::string fetch_site;  ///< Sec-Fetch-Site
  std::string content_type;
  std::string token;   ///< X-Dondoc-Token
  std::string cookie;  ///< the whole header
  std::string remote;  ///< address of the caller
  bool live = false;   ///< HX-Request: a part of a page, not a page
  std::string authorization{};    ///< empty also when it stands there twice
  std::string accept_language{};
  std::string if_none_match{};
  std::string idempotency_key{};

  /// The first value of that name; empty when there is none.
  std::string parameter(const std::string& name) const {
    auto found = query.find(name);
    return found == query.end() ? std::string() : found->second;
  }
};

struct Response {
  int status = 200;
  std::string type = "application/json; charset=utf-8";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers{};  ///< beside those of every answer
};

/// Who may ask.
enum class Access {
  open,  ///< whoever reaches the port: nothing of the office is in the answer
  page,  ///< a browser that came by a name of this machine (web/gate.h)
  act,   ///< the same, from our own page: right origin, right token, JSON
};

struct Route {
  std::string method;  ///< "GET" or "POST"
  std::string path;    ///< exact, no pattern
  Access access = Access::page;
  std::function<Response(const Request&)>
      handler;  ///< called on any thread of the server; must not throw
};

/// {"error": message}, the way every refusal of a page's request looks.
Response refusal(int status, std::string_view message);

}  // namespace dondoc
