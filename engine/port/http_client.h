// HttpClient: one request to a platform's API. A port: implemented in app/ with cpp-httplib, by
// scripts in tests. Safe from several threads at once. Redirects are never followed, certificates
// always checked.
#pragma once

#include <cstddef>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "engine/time/time.h"

namespace dondoc {

enum class HttpMethod { get, post };

struct HttpHeader {
  std::string name;
  std::string value;
};

/// One part of a multipart/form-data body.
struct HttpPart {
  std::string name;
  std::string content;
  std::string file_name;  ///< empty: a plain field
  std::string content_type;
};

struct HttpRequest {
  HttpMethod method = HttpMethod::post;
  std::string url;  ///< whole, with the query. May hold a token: never logged, never in an error
  std::vector<HttpHeader> headers;
  std::string content_type = "application/json";
  std::string body;
  std::vector<HttpPart> parts;  ///< not empty: sent as multipart/form-data instead of `body`
  Elapsed timeout = Elapsed::seconds(15);  ///< for the whole answer, connecting included
  std::size_t answer_bytes = 1024 * 1024;  ///< a longer answer is `too_large`
};

struct HttpAnswer {
  int status = 0;
  std::vector<HttpHeader> headers;
  std::string body;  ///< may be HTML or empty, whatever was asked for

  /// The first header of that name, letters compared without case; empty when there is none.
  std::string header(std::string_view name) const;
};

enum class HttpFailure {
  not_sent,   ///< no connection: the platform has certainly not seen it
  no_answer,  ///< sent, perhaps carried out: broken connection or time-out
  too_large,  ///< answered, with more than `answer_bytes`
};

struct HttpError {
  HttpFailure kind = HttpFailure::not_sent;
  std::string detail;  ///< without the address
};

class HttpClient {
 public:
  virtual ~HttpClient() = default;
  /// Any status is an answer, not an error.
  virtual tl::expected<HttpAnswer, HttpError> ask(const HttpRequest& request) = 0;
};

}  // namespace dondoc
