#include "bots/platform/address.h"

#include <catch2/catch.hpp>
#include <string>

using namespace dondoc;

namespace {

bool allowed(const std::string& address) {
  return is_allowed_address(address, {"*.zdn.vn", "cdn.example.vn"});
}

}  // namespace

TEST_CASE("hosts below the pattern and listed hosts are allowed") {
  for (const std::string address :
       {"https://f1.zdn.vn/x", "http://a.b.zdn.vn", "HTTPS://F1.ZDN.VN/x?y=http://evil.com",
        "https://cdn.example.vn/a#b", "https://f1.zdn.vn?x"}) {
    INFO(address);
    CHECK(allowed(address));
  }
}

TEST_CASE("hosts that only look like the pattern are refused") {
  for (const std::string address : {"https://evilzdn.vn/x",
                                    "https://zdn.vn/x",
                                    "https://zdn.vn.evil.com/x",
                                    "https://f1.zdn.vn.evil.com/x",
                                    "https://.zdn.vn/x",
                                    "https://a..zdn.vn/x",
                                    "https://f1.zdn.vn./x",
                                    "https://f1.zdn.vn@evil.com/x",
                                    "https://evil.com@f1.zdn.vn/x",
                                    "https://f1.zdn.vn:8080/x",
                                    "https://f1.zdn.vn:/x",
                                    "https://f1.zdn.vn\\@evil.com/x",
                                    "https://evil.com\\.zdn.vn/x",
                                    "https://evil.com%2f.zdn.vn/x",
                                    "https:/f1.zdn.vn/x",
                                    "ftp://f1.zdn.vn/x",
                                    "file:///etc/passwd",
                                    "//f1.zdn.vn/x",
                                    "f1.zdn.vn/x",
                                    "https://127.0.0.1/x",
                                    "https://[::1]/x",
                                    "https://2130706433/x",
                                    "https://localhost/x",
                                    "https://f1.zdn.vn/\r\nHost: x",
                                    "https://f1.zdn.vn/a b",
                                    "https://f1\xC4\x91.zdn.vn/x",
                                    "https://sub.cdn.example.vn/x",
                                    "https://-a.zdn.vn/x",
                                    "https://x.zdn.vn:8080/",
                                    "https://127.0.0.1/a.zdn.vn",
                                    "https://evil.example/?x.zdn.vn",
                                    "https://evil.example#x.zdn.vn",
                                    "https:x.zdn.vn",
                                    "",
                                    "https://"}) {
    INFO(address);
    CHECK_FALSE(allowed(address));
  }
}

TEST_CASE("a value is written into an address by bytes") {
  CHECK(url_encoded("aZ09-._~") == "aZ09-._~");
  CHECK(url_encoded("{\"a\": 1}&đ") == "%7B%22a%22%3A%201%7D%26%C4%91");
  CHECK(url_encoded("photos/file 1.jpg", "/") == "photos/file%201.jpg");
}
