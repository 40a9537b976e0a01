#include "web/gate.h"

#include <catch2/catch.hpp>
#include <string>

namespace dondoc {
namespace {

const std::string k_token = "0123456789abcdef";

Request own_request() {
  Request request;
  request.method = "POST";
  request.host = "127.0.0.1:8080";
  request.origin = "http://127.0.0.1:8080";
  request.fetch_site = "same-origin";
  request.content_type = "application/json; charset=utf-8";
  request.token = k_token;
  return request;
}

int status(const Request& request, Access access) {
  const auto refused = turned_away(request, access, k_token);
  return refused ? refused->status : 200;
}

TEST_CASE("only names of this machine are loopback hosts") {
  for (const char* host :
       {"127.0.0.1", "127.0.0.1:8080", "localhost", "LOCALHOST:1", "[::1]", "[::1]:8080"}) {
    INFO(host);
    CHECK(is_loopback_host(host));
  }
  for (const char* host :
       {"", "evil.example", "evil.example:8080", "localhost.evil.example", "127.0.0.1.evil.example",
        "127.0.0.1:", "127.0.0.1:80x", "127.0.0.1:123456", "localhost@evil.example", "::1",
        "127.0.0.2", " localhost"}) {
    INFO(host);
    CHECK_FALSE(is_loopback_host(host));
  }
}

TEST_CASE("our own page gets in") {
  CHECK(status(own_request(), Access::act) == 200);
  Request upper_case = own_request();
  upper_case.host = "LocalHost:8080";
  upper_case.origin = "http://localhost:8080";
  CHECK(status(upper_case, Access::act) == 200);
}

TEST_CASE("a name that somebody made to mean this machine gets nothing of the office") {
  Request request = own_request();
  request.host = "rebound.example:8080";
  request.origin = "http://rebound.example:8080";
  CHECK(status(request, Access::act) == 403);
  CHECK(status(request, Access::page) == 403);
  CHECK(status(request, Access::open) == 200);
}

TEST_CASE("another site's page cannot act") {
  for (const char* origin : {"http://evil.example", "https://127.0.0.1:8080",
                             "http://127.0.0.1:9090", "null", "http://localhost:8080"}) {
    INFO(origin);
    Request request = own_request();
    request.origin = origin;
    CHECK(status(request, Access::act) == 403);
  }
  for (const char* site : {"cross-site", "same-site", "none"}) {
    INFO(site);
    Request request = own_request();
    request.fetch_site = site;
    CHECK(status(request, Access::act) == 403);
  }
}

TEST_CASE("a change needs the token and JSON") {
  for (const char* token : {"", "0123456789abcdeX", "0123456789abcde", "0123456789abcdef0"}) {
    INFO(token);
    Request request = own_request();
    request.token = token;
    CHECK(status(request, Access::act) == 403);
  }
  for (const char* type :
       {"", "text/plain", "application/x-www-form-urlencoded", "application/jsonx"}) {
    INFO(type);
    Request request = own_request();
    request.content_type = type;
    CHECK(status(request, Access::act) == 415);
  }
}

TEST_CASE("each token is another one") {
  CHECK(fresh_token().size() == 64);
  CHECK(fresh_token() != fresh_token());
}

}  // namespace
}  // namespace dondoc
