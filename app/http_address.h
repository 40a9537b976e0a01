// Where a request goes, read from a whole address (HttpRequest::url), and the pieces of a request
// that come from outside checked before they are written on a wire. Pure; safe from any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/port/http_client.h"

namespace dondoc {

struct HttpAddress {
  bool encrypted = false;  ///< https
  std::string host;        ///< name, IPv4, or IPv6 without brackets
  int port = 0;
  std::string target;  ///< path and query as they are sent, begins with '/'

  /// "https://host:port": requests to the same place may share a connection.
  std::string place() const;
};

/// Reads `http://…` and `https://…` and nothing else (RFC 3986 §3): no user name, no fragment, no
/// space, no character outside printable ASCII, port 1..65535. None for anything else.
std::optional<HttpAddress> parse_http_address(std::string_view url);

/// What keeps a request from being written: a header that would break out of its line, a field that
/// the client writes itself (Host, Content-Length, …). Empty: nothing. Never names a value.
std::string fault_of_headers(const HttpRequest& request);

/// A body of multipart/form-data (RFC 7578).
struct HttpForm {
  std::string content_type;  ///< with the boundary
  std::string body;
};

/// The boundary is one that occurs in no part; quotes and line breaks in names are escaped as
/// browsers do (WHATWG HTML, "multipart form data").
HttpForm form_of(const std::vector<HttpPart>& parts);

}  // namespace dondoc
