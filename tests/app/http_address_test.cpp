#include "app/http_address.h"

#include <catch2/catch.hpp>

using namespace dondoc;

TEST_CASE("an address is taken apart into place and target") {
  const auto plain = parse_http_address("http://127.0.0.1:8081/botT/getMe?a=1&b=%20");
  REQUIRE(plain);
  CHECK_FALSE(plain->encrypted);
  CHECK(plain->host == "127.0.0.1");
  CHECK(plain->port == 8081);
  CHECK(plain->target == "/botT/getMe?a=1&b=%20");
  CHECK(plain->place() == "http://127.0.0.1:8081");

  const auto secure = parse_http_address("HTTPS://API.Example.ORG");
  REQUIRE(secure);
  CHECK(secure->encrypted);
  CHECK(secure->host == "api.example.org");
  CHECK(secure->port == 443);
  CHECK(secure->target == "/");

  CHECK(parse_http_address("http://host?x=1")->target == "/?x=1");
  CHECK(parse_http_address("http://[::1]:80/")->host == "::1");
  CHECK(parse_http_address("https://h/bot1:AA_b-c/getMe")->target == "/bot1:AA_b-c/getMe");
}

TEST_CASE("what is no plain address of http or https is refused") {
  const char* url = GENERATE(
      "", "http", "http:", "http://", "http:///path", "ftp://host/", "file:///etc/hosts", "//host/",
      "host/path", " http://host/", "http://host /", "http://host/a b", "http://host/\r\nX: y",
      "http://host/\xc3\xa9", "http://user@host/", "http://user:word@host/", "http://host:0/",
      "http://host:65536/", "http://host:/", "http://host:8o/", "http://host:-1/",
      "http://host:+80/", "http://host/#part", "http://[::1/", "http://[]/", "http://[::1]x/",
      "http://ho\\st/", "http://host:80:81/");
  INFO(url);
  CHECK_FALSE(parse_http_address(url));
}

TEST_CASE("a header that would break out of its line, or that the client writes, is refused") {
  HttpRequest request;
  request.headers = {{"X-Secret", "a b\tc"}, {"Authorization", "Bearer é"}};
  CHECK(fault_of_headers(request).empty());
  for (const HttpHeader& bad :
       {HttpHeader{"X-A", "b\r\nX-C: d"}, HttpHeader{"X-A", "b\nc"}, HttpHeader{"X A", "b"},
        HttpHeader{"", "b"}, HttpHeader{"X-A:", "b"}, HttpHeader{"Host", "elsewhere"},
        HttpHeader{"content-length", "5"}}) {
    request.headers = {bad};
    INFO(bad.name);
    CHECK_FALSE(fault_of_headers(request).empty());
  }
  request.headers.clear();
  request.content_type = "text/plain\r\nX: y";
  CHECK_FALSE(fault_of_headers(request).empty());
}

TEST_CASE("no part of a form can hold its boundary or break out of its head") {
  const std::vector<HttpPart> once = {{"caption", "xin chào", "", ""}};
  const HttpForm first = form_of(once);
  const std::string boundary = first.content_type.substr(first.content_type.find('=') + 1);

  const HttpForm form = form_of(
      {{"caption", boundary, "", ""}, {"docu\"ment", "%PDF", "a\"\r\nb.pdf", "application/pdf"}});
  CHECK(form.content_type.find(boundary) == std::string::npos);
  CHECK(form.body.find("name=\"docu%22ment\"; filename=\"a%22%0D%0Ab.pdf\"\r\n"
                       "Content-Type: application/pdf\r\n\r\n%PDF\r\n") != std::string::npos);
}
