#include <catch2/catch.hpp>

#include "bots/zalo_oa/token_pair.h"
#include "tests/zalo_oa/zalo_office.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

constexpr const char* k_oauth = "/v4/oa/access_token";
using Kind = ZaloFault::Kind;

}  // namespace

TEST_CASE("A consent in another process is taken over by the serving one", "[zalo_oa]") {
  ZaloOffice office;
  REQUIRE(office.send_text("một").result == SendClass::delivered);
  office.pass(Elapsed::hours(30));
  office.platform.fail_next(k_oauth, {Kind::error, -14020, ""});
  REQUIRE(office.send_text("hai").result == SendClass::auth_dead);

  ZaloOa command(office.settings, office.client, office.vault);
  std::array<unsigned char, 32> chance{};
  chance[3] = 7;
  const auto asked = command.begin_consent(chance, "https://example.gov.vn/zalo");
  REQUIRE(asked);
  CHECK(holds(asked->address, "/v4/oa/permission?app_id=1234567890123456789"));
  const std::string code = office.platform.consent_code(asked->challenge, office.now);
  REQUIRE(command.consent(code, office.now));
  CHECK(office.send_text("hai").result == SendClass::delivered);
  CHECK(office.faults().empty());
}

TEST_CASE("A code that is wrong or too old changes nothing", "[zalo_oa]") {
  ZaloOffice office;
  REQUIRE(office.send_text("một").result == SendClass::delivered);
  const std::string before = office.vault.text();
  CHECK_FALSE(office.channel->consent("guess", office.now));
  CHECK_FALSE(office.channel->consent("with blank", office.now));
  const std::string code = office.platform.consent_code("", office.now);
  office.pass(Elapsed::minutes(11));
  const auto late = office.channel->consent(code, office.now);
  REQUIRE_FALSE(late);
  CHECK(late.error().kind == ErrorKind::permanent);
  CHECK(office.vault.text() == before);
}

TEST_CASE("A token record reads back as it was written, and nothing else does", "[zalo_oa]") {
  zalo_oa::TokenRecord record;
  record.current = {"a", "r", Instant{5}, Instant{9}};
  record.asked = Instant{7};
  const auto read = zalo_oa::read_record(zalo_oa::write_record(record));
  REQUIRE(read);
  CHECK(read->current == record.current);
  CHECK(read->asked == record.asked);
  CHECK_FALSE(read->previous);
  CHECK_FALSE(zalo_oa::read_record(""));
  CHECK_FALSE(zalo_oa::read_record("{}"));
  CHECK_FALSE(zalo_oa::read_record(R"({"current":{"access":"a"}})"));
}
