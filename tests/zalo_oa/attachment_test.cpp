#include <catch2/catch.hpp>

#include "tests/zalo_oa/zalo_office.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

InboundFile at(const std::string& address, std::size_t bytes = 0) {
  InboundFile file;
  file.handle = address;
  file.bytes = bytes;
  return file;
}

}  // namespace

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
