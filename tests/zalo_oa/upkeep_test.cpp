#include <catch2/catch.hpp>

#include "tests/zalo_oa/zalo_office.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

using Kind = ZaloFault::Kind;
const ReceivePlan k_plan{true, "https://example.gov.vn/webhook/zalo_oa"};

/// Stands for our webhook address.
class Address : public HttpClient {
 public:
  explicit Address(ZaloOffice& office) : office_(office) {}
  tl::expected<HttpAnswer, HttpError> ask(const HttpRequest& request) override {
    requests.push_back(request);
    HttpAnswer answer;
    answer.status = down ? 503 : office_.hear(request).status;
    return answer;
  }
  bool down = false;
  std::vector<HttpRequest> requests;

 private:
  ZaloOffice& office_;
};

}  // namespace

TEST_CASE("prepare asks who we are, check tells it", "[zalo_oa]") {
  ZaloOffice office;
  REQUIRE(office.channel->prepare(k_plan, office.now));
  const ChannelHealth health = office.channel->check(office.now);
  CHECK(health.ok);
  CHECK(health.identity == "UBND xã Mẫu (8880001112223334442)");
  CHECK(health.webhook == k_plan.address);
  CHECK(health.token_expires == office.now + Elapsed::hours(25));
  CHECK(health.quota_left == 500);
}

TEST_CASE("prepare tells whether it may succeed later", "[zalo_oa]") {
  ZaloOffice office;
  office.platform.fail_next("/getoa", {Kind::not_sent, 0, ""});
  const auto later = office.channel->prepare(k_plan, office.now);
  REQUIRE_FALSE(later);
  CHECK(later.error().kind == ErrorKind::transient);
  office.platform.fail_next("/getoa", {Kind::error, -204, ""});
  const auto never = office.channel->prepare(k_plan, office.now);
  REQUIRE_FALSE(never);
  CHECK(never.error().kind == ErrorKind::permanent);
  CHECK(office.channel->prepare(k_plan, office.now));
}

TEST_CASE("Polling is no way for Zalo, and said so", "[zalo_oa]") {
  ZaloOffice office;
  REQUIRE(office.channel->prepare({false, "https://example.gov.vn/x"}, office.now));
  CHECK(holds(office.faults(), "cannot be polled"));
}

TEST_CASE("An account that is not verified is told", "[zalo_oa]") {
  ZaloOffice office;
  REQUIRE(office.send_text("một").result == SendClass::delivered);
  office.platform.fail_next(
      "/getoa",
      {Kind::status, 200, R"({"error":0,"data":{"oa_id":"88","name":"x","is_verified":false}})"});
  const ChannelHealth health = office.channel->check(office.now);
  CHECK(health.identity == "x (88)");
  CHECK_FALSE(health.ok);
}

TEST_CASE("Events come in signed, once, and echoes are dropped", "[zalo_oa]") {
  ZaloOffice office;
  Address address(office);
  REQUIRE(office.send_text("Kính nhắc").result == SendClass::delivered);
  office.platform.say(k_lan, "đã nhận", office.now);
  CHECK(office.platform.deliver(address, k_plan.address, office.now) == 2);
  CHECK(office.platform.deliver(address, k_plan.address, office.now) == 0);
  REQUIRE(address.requests.size() == 2);
  CHECK(office.hear(address.requests[0]).updates.empty());
  CHECK(office.hear(address.requests[1]).updates.at(0).text == "đã nhận");
}

TEST_CASE("The platform repeats with a count and then switches the webhook off", "[zalo_oa]") {
  ZaloOffice office;
  Address address(office);
  address.down = true;
  office.platform.say(k_lan, "đã nhận", office.now);
  for (int i = 0; i < 6; ++i) {
    CHECK(office.platform.webhook_on());
    CHECK(office.platform.deliver(address, k_plan.address, office.now) == 0);
    office.pass(Elapsed::hours(1));
  }
  CHECK_FALSE(office.platform.webhook_on());
  REQUIRE(address.requests.size() == 6);
  CHECK(address.requests[5].headers.back().name == "num_retry");
  CHECK(address.requests[5].headers.back().value == "5");
}

TEST_CASE("A late repetition keeps the event's own time", "[zalo_oa]") {
  ZaloOffice office;
  Address address(office);
  address.down = true;
  const Instant said = office.now;
  office.platform.say(k_lan, "đã nhận", said);
  office.platform.deliver(address, k_plan.address, office.now);
  office.pass(Elapsed::hours(1));
  address.down = false;
  CHECK(office.platform.deliver(address, k_plan.address, office.now) == 1);
  CHECK(office.hear(address.requests.back()).updates.at(0).at == said);
}

TEST_CASE("The first poll finds what was said while we were down", "[zalo_oa]") {
  ZaloOffice office;
  const std::string id = office.platform.say(k_lan, "đã gửi B20-07", office.now);
  office.platform.lose_deliveries();
  office.pass(Elapsed::hours(3));
  const Polled polled = office.channel->poll(office.now);
  CHECK(polled.state == PollState::taken);
  CHECK(polled.wait >= Elapsed::minutes(1));
  REQUIRE(polled.updates.size() == 1);
  CHECK(polled.updates[0].key == "user_send_text:" + id);
  CHECK(polled.updates[0].account == k_lan);
  CHECK(polled.updates[0].text == "đã gửi B20-07");
  CHECK(polled.updates[0].at == k_afternoon);
}

TEST_CASE("What was found is given again until it is confirmed", "[zalo_oa]") {
  ZaloOffice office;
  office.platform.say(k_lan, "đã gửi", office.now);
  office.pass(Elapsed::minutes(1));
  CHECK(office.channel->poll(office.now).updates.size() == 1);
  CHECK(office.channel->poll(office.now).updates.size() == 1);
  office.channel->confirm();
  CHECK(office.channel->poll(office.now).updates.empty());
}

TEST_CASE("While events come in nothing is asked", "[zalo_oa]") {
  ZaloOffice office;
  Address address(office);
  office.channel->poll(office.now);
  office.channel->confirm();
  const std::size_t calls = office.platform.calls("chat");
  for (int i = 0; i < 30; ++i) {
    office.pass(Elapsed::hours(1));
    office.platform.say(k_lan, "dạ", office.now);
    office.platform.deliver(address, k_plan.address, office.now);
    office.channel->poll(office.now);
  }
  CHECK(office.platform.calls("chat") == calls);
  CHECK(office.faults().find("webhook") == std::string::npos);
}

TEST_CASE("A webhook that is switched off is noticed by the history", "[zalo_oa]") {
  ZaloOffice office;
  REQUIRE(office.channel->prepare(k_plan, office.now));
  office.channel->poll(office.now);
  office.channel->confirm();
  office.pass(Elapsed::hours(1));
  office.platform.say(k_lan, "đã gửi", office.now);
  office.platform.lose_deliveries();
  office.pass(Elapsed::hours(2));
  const Polled polled = office.channel->poll(office.now);
  REQUIRE(polled.updates.size() == 1);
  office.channel->confirm();
  CHECK(holds(office.faults(), "not by the webhook"));
  // It is switched on again and an event comes in.
  Address address(office);
  office.platform.say(k_lan, "dạ", office.now);
  office.platform.deliver(address, k_plan.address, office.now);
  CHECK(office.faults().empty());
}

TEST_CASE("A quiet night is no fault, a day of silence is", "[zalo_oa]") {
  ZaloOffice office;
  REQUIRE(office.channel->prepare(k_plan, office.now));
  office.channel->poll(office.now);
  office.channel->confirm();
  office.pass(Elapsed::hours(10));
  office.channel->poll(office.now);
  CHECK(office.faults().empty());
  office.pass(Elapsed::hours(14));
  office.channel->tend(office.now);
  CHECK(holds(office.faults(), "nothing has come in since"));
}

TEST_CASE("Pages of history are read to the last new message", "[zalo_oa]") {
  ZaloOffice office;
  for (int i = 0; i < 25; ++i) {
    office.platform.say(k_lan, "tin " + std::to_string(i), office.now);
    office.pass(Elapsed::minutes(1));
  }
  office.platform.follow("7770001112223334455", office.now);
  office.platform.say("7770001112223334455", "chào", office.now);
  const Polled polled = office.channel->poll(office.now);
  REQUIRE(polled.updates.size() == 26);
  CHECK(polled.updates[0].text == "tin 0");
  CHECK(polled.updates[25].account == "7770001112223334455");
}

TEST_CASE("A history that cannot be read is tried again", "[zalo_oa]") {
  ZaloOffice office;
  office.platform.say(k_lan, "đã gửi", office.now);
  office.platform.fail_next("/v2.0/oa/conversation", {Kind::status, 502, "<html>"});
  CHECK(office.channel->poll(office.now).state == PollState::failed);
  office.channel->confirm();
  CHECK(office.channel->poll(office.now).updates.size() == 1);
}

TEST_CASE("A dead token is told by poll", "[zalo_oa]") {
  ZaloOffice office;
  office.platform.fail_next("/v4", {Kind::error, -14014, ""});
  CHECK(office.channel->poll(office.now).state == PollState::auth_dead);
}

TEST_CASE("A person who unfollows cannot be reached any more", "[zalo_oa]") {
  ZaloOffice office;
  office.platform.unfollow(k_lan, office.now);
  CHECK(office.send_text("một").result == SendClass::recipient_gone);
  const auto requests = office.platform.take_deliveries(office.now);
  REQUIRE(requests.size() == 1);
  CHECK(office.hear(requests[0]).updates.at(0).kind == InboundKind::unfollow);
}

TEST_CASE("The channel says what it can do", "[zalo_oa]") {
  ZaloOffice office;
  const Capabilities capabilities = office.channel->capabilities();
  CHECK(capabilities.buttons);
  CHECK(capabilities.files);
  CHECK(capabilities.needs_window);
  CHECK(capabilities.text_length == 2000);
  CHECK(capabilities.unit == TextUnit::characters);
  CHECK(office.channel->name() == "zalo_oa");
}
