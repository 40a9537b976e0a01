#include "bots/zalo_oa/address.h"

#include <catch2/catch.hpp>

#include "tests/zalo_oa/zalo_office.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

bool allowed(const std::string& address) {
  return zalo_oa::is_allowed_host(zalo_oa::host_of(address), {"*.zdn.vn", "cdn.example.vn"});
}

InboundFile at(const std::string& address, std::size_t bytes = 0) {
  InboundFile file;
  file.handle = address;
  file.bytes = bytes;
  return file;
}

}  // namespace

TEST_CASE("Hosts below the pattern and listed hosts are allowed", "[zalo_oa]") {
  for (const std::string address :
       {"https://f1.zdn.vn/x", "http://a.b.zdn.vn", "HTTPS://F1.ZDN.VN/x?y=http://evil.com",
        "https://cdn.example.vn/a#b", "https://f1.zdn.vn?x"}) {
    INFO(address);
    CHECK(allowed(address));
  }
}

TEST_CASE("Hosts that only look like the pattern are refused", "[zalo_oa]") {
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
                                    "",
                                    "https://"}) {
    INFO(address);
    CHECK_FALSE(allowed(address));
  }
}

TEST_CASE("A value is written into an address by bytes", "[zalo_oa]") {
  CHECK(zalo_oa::url_encoded("aZ09-._~") == "aZ09-._~");
  CHECK(zalo_oa::url_encoded("{\"a\": 1}&đ") == "%7B%22a%22%3A%201%7D%26%C4%91");
}

TEST_CASE("A person's file is fetched without our token", "[zalo_oa]") {
  ZaloOffice office;
  const std::string url = office.platform.send_file(k_lan, "bao-cao.pdf", "nội dung", office.now);
  const auto requests = office.platform.take_deliveries(office.now);
  REQUIRE(requests.size() == 1);
  const auto reading = office.hear(requests[0]);
  REQUIRE(reading.updates.size() == 1);
  const auto content = office.channel->download(reading.updates[0].file, 1000);
  REQUIRE(content);
  CHECK(*content == "nội dung");
  CHECK(office.platform.calls("/v4") == 0);
}

TEST_CASE("Files that are too large, elsewhere or gone are refused for good", "[zalo_oa]") {
  ZaloOffice office;
  const std::string url =
      office.platform.send_file(k_lan, "a.pdf", std::string(2000, 'x'), office.now);
  const std::size_t before = office.platform.calls("/");
  for (const InboundFile& file :
       {at("https://evil.com/x"), at("http://127.0.0.1/x"), at(url, 2000)}) {
    const auto content = office.channel->download(file, 1000);
    REQUIRE_FALSE(content);
    CHECK(content.error().kind == ErrorKind::permanent);
  }
  CHECK(office.platform.calls("/") == before);
  // Declared small and yet large.
  CHECK(office.channel->download(at(url, 10), 1000).error().kind == ErrorKind::permanent);
}

TEST_CASE("A redirect is not followed, a gateway's failure can be repeated", "[zalo_oa]") {
  ZaloOffice office;
  using Kind = ZaloFault::Kind;
  const auto [fault, kind] = GENERATE(table<ZaloFault, ErrorKind>({
      {{Kind::status, 302, ""}, ErrorKind::permanent},
      {{Kind::status, 404, ""}, ErrorKind::permanent},
      {{Kind::status, 503, ""}, ErrorKind::transient},
      {{Kind::not_sent, 0, ""}, ErrorKind::transient},
      {{Kind::lost_before, 0, ""}, ErrorKind::transient},
  }));
  office.platform.fail_next("/file", fault);
  const auto content = office.channel->download(at("https://f1.zdn.vn/file"), 1000);
  REQUIRE_FALSE(content);
  CHECK(content.error().kind == kind);
  CHECK(office.platform.calls("/") == 1);
}
