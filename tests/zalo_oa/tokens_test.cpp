#include <catch2/catch.hpp>

#include <thread>

#include "bots/zalo_oa/token_pair.h"
#include "tests/zalo_oa/zalo_office.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

constexpr const char* k_oauth = "/v4/oa/access_token";
constexpr const char* k_consent = "dondoc admin channel consent zalo_oa CODE";
using Kind = ZaloFault::Kind;

zalo_oa::TokenRecord kept(const ZaloOffice& office) {
  return zalo_oa::read_record(office.vault.text()).value();
}

}  // namespace

TEST_CASE("The first start spends the configured refresh token and keeps the pair", "[zalo_oa]") {
  ZaloOffice office;
  REQUIRE(office.channel->prepare({true, "https://example.gov.vn/webhook/zalo_oa"}, office.now));
  CHECK(office.platform.refreshes() == 1);
  const auto record = kept(office);
  CHECK_FALSE(record.current.access.empty());
  CHECK(record.current.expires == office.now + Elapsed::hours(25));
  REQUIRE(record.previous);
  CHECK(record.previous->refresh == office.settings.refresh_token);
  CHECK_FALSE(record.asked);
}

TEST_CASE("A restart uses the vault's pair and not the configured token", "[zalo_oa]") {
  ZaloOffice office;
  REQUIRE(office.send_text("một").result == SendClass::delivered);
  office.start();
  CHECK(office.send_text("hai").result == SendClass::delivered);
  CHECK(office.platform.refreshes() == 1);
  CHECK(office.platform.tokens_alive());
}

TEST_CASE("Without any token the administrator is told what to do", "[zalo_oa]") {
  ZaloOffice office;
  office.settings.refresh_token.clear();
  office.start();
  CHECK(office.send_text("một").result == SendClass::auth_dead);
  CHECK(holds(office.faults(), k_consent));
  CHECK(office.platform.calls("/v3.0") == 0);
}

TEST_CASE("Eight threads with an expired token make exactly one refresh", "[zalo_oa]") {
  ZaloOffice office;
  REQUIRE(office.send_text("một").result == SendClass::delivered);
  office.pass(Elapsed::hours(26));
  std::atomic<int> delivered{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([&office, &delivered, i] {
      OutgoingMessage message = office.message("nhắc việc");
      message.id = 100 + i;
      if (office.send(message).result == SendClass::delivered) ++delivered;
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(delivered == 8);
  CHECK(office.platform.refreshes() == 2);
  CHECK(office.platform.tokens_alive());
}

TEST_CASE("Eight threads whose token is refused make exactly one refresh", "[zalo_oa]") {
  ZaloOffice office;
  REQUIRE(office.send_text("một").result == SendClass::delivered);
  office.pass(Elapsed::hours(1));
  office.platform.kill_access_token();
  std::atomic<int> delivered{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([&office, &delivered] {
      if (office.send_text("nhắc việc").result == SendClass::delivered) ++delivered;
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(delivered == 8);
  CHECK(office.platform.refreshes() == 2);
}

TEST_CASE("tend refreshes well before expiry and not earlier", "[zalo_oa]") {
  ZaloOffice office;
  office.channel->tend(office.now);
  CHECK(office.platform.refreshes() == 1);
  const auto next = office.channel->tend(office.now);
  CHECK(office.platform.refreshes() == 1);
  REQUIRE(next);
  CHECK(*next == office.now + Elapsed::minutes(18 * 60 + 45));
  office.now = *next;
  office.channel->tend(office.now);
  CHECK(office.platform.refreshes() == 2);
}

TEST_CASE("An error answer never replaces the pair", "[zalo_oa]") {
  ZaloOffice office;
  REQUIRE(office.send_text("một").result == SendClass::delivered);
  const auto before = kept(office).current;
  const auto body =
      GENERATE(std::string(R"({"error":-14002,"error_name":"inactive","error_description":"x"})"),
               std::string(R"({"access_token":"","refresh_token":"","expires_in":"90000"})"),
               std::string(R"({"access_token":"half","expires_in":"90000"})"),
               std::string(R"({"access_token":"a\nb","refresh_token":"c"})"), std::string("[]"),
               std::string("<html>maintenance</html>"), std::string());
  office.pass(Elapsed::hours(30));
  office.platform.fail_next(k_oauth, {Kind::status, 200, body});
  CHECK(office.send_text("hai").result != SendClass::delivered);
  CHECK(kept(office).current == before);
  CHECK_FALSE(office.faults().empty());
  office.pass(Elapsed::minutes(20));
  CHECK(office.send_text("ba").result == SendClass::delivered);
  CHECK(office.faults().empty());
}

TEST_CASE("A refused refresh token stops the channel until somebody consents", "[zalo_oa]") {
  ZaloOffice office;
  REQUIRE(office.send_text("một").result == SendClass::delivered);
  office.pass(Elapsed::hours(30));
  office.platform.fail_next(k_oauth, {Kind::error, -14014, ""});
  CHECK(office.send_text("hai").result == SendClass::auth_dead);
  CHECK(office.send_text("hai").result == SendClass::auth_dead);
  CHECK(office.platform.calls(k_oauth) == 2);
  CHECK(holds(office.faults(), k_consent));
  CHECK_FALSE(office.channel->check(office.now).ok);
}

TEST_CASE("A refusal that is not final stops the channel and is tried again slowly", "[zalo_oa]") {
  ZaloOffice office;
  office.platform.fail_next(k_oauth, {Kind::error, -14002, ""});
  CHECK(office.send_text("một").result == SendClass::auth_dead);
  office.pass(Elapsed::minutes(14));
  CHECK(office.send_text("một").result == SendClass::auth_dead);
  CHECK(office.platform.calls(k_oauth) == 1);
  office.pass(Elapsed::minutes(1));
  const auto next = office.channel->tend(office.now);
  CHECK(next > office.now);
  CHECK(office.send_text("một").result == SendClass::delivered);
}

TEST_CASE("A token that is not expired is used although a refresh failed", "[zalo_oa]") {
  ZaloOffice office;
  REQUIRE(office.send_text("một").result == SendClass::delivered);
  office.pass(Elapsed::hours(20));
  office.platform.fail_next(k_oauth, {Kind::error, -14014, ""});
  office.channel->tend(office.now);
  CHECK(office.send_text("hai").result == SendClass::delivered);
  CHECK(holds(office.faults(), k_consent));
}

TEST_CASE("An answer lost in transit is told as such", "[zalo_oa]") {
  ZaloOffice office;
  REQUIRE(office.send_text("một").result == SendClass::delivered);
  office.pass(Elapsed::hours(30));
  office.platform.fail_next(k_oauth, {Kind::lost_after, 0, ""});
  CHECK(office.send_text("hai").result == SendClass::retryable);
  CHECK(holds(office.faults(), "lost in transit"));
  CHECK(holds(office.faults(), k_consent));
  // Nothing is asked again at once.
  CHECK(office.send_text("hai").result == SendClass::retryable);
  CHECK(office.platform.refreshes() == 2);
  office.pass(Elapsed::minutes(2));
  CHECK(office.send_text("hai").result == SendClass::auth_dead);
  CHECK(holds(office.faults(), "lost in transit"));
}

TEST_CASE("A refresh that got no answer and was not done is done later", "[zalo_oa]") {
  ZaloOffice office;
  const auto kind = GENERATE(Kind::not_sent, Kind::lost_before);
  office.platform.fail_next(k_oauth, {kind, 0, ""});
  CHECK(office.send_text("một").result == SendClass::retryable);
  CHECK_FALSE(office.faults().empty());
  office.pass(Elapsed::minutes(2));
  CHECK(office.send_text("một").result == SendClass::delivered);
  CHECK_FALSE(kept(office).asked);
  CHECK(office.faults().empty());
}

TEST_CASE("A crash between answer and save is recognised at the next start", "[zalo_oa]") {
  ZaloOffice office;
  REQUIRE(office.send_text("một").result == SendClass::delivered);
  office.pass(Elapsed::hours(30));
  office.vault.allow_saves(1);  // the mark, and not the new pair
  CHECK(office.send_text("hai").result == SendClass::retryable);
  office.vault.allow_saves(-1);
  office.start();
  CHECK(holds(office.faults(), "lost in transit"));
  CHECK(office.send_text("hai").result == SendClass::auth_dead);
  CHECK(holds(office.faults(), k_consent));
}

TEST_CASE("A pair that could not be kept is not used before it is durable", "[zalo_oa]") {
  ZaloOffice office;
  REQUIRE(office.send_text("một").result == SendClass::delivered);
  office.pass(Elapsed::hours(30));
  office.vault.allow_saves(1);
  CHECK(office.send_text("hai").result == SendClass::retryable);
  CHECK(office.send_text("hai").result == SendClass::retryable);
  CHECK(office.platform.calls("/message/cs") == 1);
  CHECK(holds(office.faults(), "cannot be kept"));
  office.vault.allow_saves(-1);
  CHECK(office.send_text("hai").result == SendClass::delivered);
  CHECK(office.platform.refreshes() == 2);
  CHECK(kept(office).previous.has_value());
}

TEST_CASE("Nothing is spent while the vault cannot be written", "[zalo_oa]") {
  ZaloOffice office;
  office.vault.allow_saves(0);
  CHECK(office.send_text("một").result == SendClass::retryable);
  CHECK(office.platform.calls(k_oauth) == 0);
  office.vault.allow_saves(-1);
  CHECK(office.send_text("một").result == SendClass::delivered);
}

TEST_CASE("A vault that cannot be read delays and loses nothing", "[zalo_oa]") {
  ZaloOffice office;
  office.vault.break_reading(true);
  CHECK(office.send_text("một").result == SendClass::retryable);
  CHECK(office.platform.calls(k_oauth) == 0);
  office.vault.break_reading(false);
  CHECK(office.send_text("một").result == SendClass::delivered);
}

TEST_CASE("A token that is only just made and refused is not replaced", "[zalo_oa]") {
  ZaloOffice office;
  office.platform.fail_next("/message/cs", {Kind::error, -216, ""}, 3);
  CHECK(office.send_text("một").result == SendClass::auth_dead);
  CHECK(office.send_text("một").result == SendClass::auth_dead);
  CHECK(office.platform.refreshes() == 1);
}

TEST_CASE("A refused token is refreshed once and the call repeated once", "[zalo_oa]") {
  ZaloOffice office;
  REQUIRE(office.send_text("một").result == SendClass::delivered);
  office.pass(Elapsed::hours(1));
  const auto code = GENERATE(-216, -220);
  office.platform.fail_next("/message/cs", {Kind::error, code, ""});
  CHECK(office.send_text("hai").result == SendClass::delivered);
  CHECK(office.platform.refreshes() == 2);
  CHECK(office.platform.calls("/message/cs") == 3);
}

TEST_CASE("check never spends the refresh token", "[zalo_oa]") {
  ZaloOffice office;
  REQUIRE(office.send_text("một").result == SendClass::delivered);
  office.pass(Elapsed::hours(40));
  CHECK_FALSE(office.channel->check(office.now).ok);
  CHECK(office.platform.refreshes() == 1);
}

TEST_CASE("Tokens stand in no fault and no detail", "[zalo_oa]") {
  ZaloOffice office;
  REQUIRE(office.send_text("một").result == SendClass::delivered);
  const std::string access = kept(office).current.access;
  office.platform.fail_next(
      "/message/cs", {Kind::status, 200, R"({"error":-999,"message":"bad )" + access + "\"}"});
  const SendOutcome outcome = office.send_text("hai");
  CHECK(outcome.result == SendClass::bad_request);
  CHECK(holds(outcome.detail, "-999"));
  CHECK_FALSE(holds(outcome.detail, access));
  CHECK_FALSE(holds(office.faults(), access));
}
