#include <catch2/catch.hpp>

#include "tests/zalo_bot/bot_under_test.h"

using namespace dondoc;
using dondoc::test::BotUnderTest;
using dondoc::test::ZaloBotFault;

namespace {

const ReceivePlan k_webhook{true, "https://dondoc.example.gov.vn/hook"};

bool tells(const ChannelHealth& health, const std::string& words) {
  for (const std::string& fault : health.faults) {
    if (fault.find(words) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("preparing for webhooks registers ours, again and again") {
  BotUnderTest t;
  for (int i = 0; i < 2; ++i) REQUIRE(t.bot.prepare(k_webhook, t.now));
  CHECK(t.fake.webhook() == k_webhook.address);
  CHECK(t.fake.last_request("setWebhook")["secret_token"] == dondoc::test::k_secret);
  CHECK_FALSE(t.bot.tend(t.now));
}

TEST_CASE("preparing for polling removes a webhook, and nothing when there is none") {
  BotUnderTest t;
  REQUIRE(t.bot.prepare({}, t.now));
  CHECK(t.fake.calls("deleteWebhook") == 0);
  REQUIRE(t.bot.prepare(k_webhook, t.now));
  REQUIRE(t.bot.prepare({}, t.now));
  CHECK(t.fake.webhook().empty());
  CHECK(t.bot.poll(t.now).state == PollState::taken);
}

TEST_CASE("a secret that the platform would refuse is refused before it is sent") {
  for (const std::string& secret : {std::string(), std::string("seven77"), std::string(257, 's')}) {
    ZaloBotSettings settings = dondoc::test::settings_of_tests();
    settings.webhook_secret = secret;
    BotUnderTest t(settings);
    const auto prepared = t.bot.prepare(k_webhook, t.now);
    REQUIRE_FALSE(prepared);
    CHECK(prepared.error().kind == ErrorKind::permanent);
    CHECK(t.fake.calls("setWebhook") == 0);
    CHECK(t.bot.prepare({}, t.now));
  }
}

TEST_CASE("what the platform refuses is permanent, what fails on the way transient") {
  BotUnderTest t;
  const auto plain = t.bot.prepare({true, "http://dondoc.example.gov.vn/hook"}, t.now);
  REQUIRE_FALSE(plain);
  CHECK(plain.error().kind == ErrorKind::permanent);
  for (ZaloBotFault fault : {ZaloBotFault::server_error, ZaloBotFault::no_connection,
                             ZaloBotFault::dropped_answer, ZaloBotFault::error_in_200}) {
    t.fake.fail_next(fault);
    const auto prepared = t.bot.prepare(k_webhook, t.now);
    REQUIRE_FALSE(prepared);
    CHECK(prepared.error().kind == ErrorKind::transient);
    CHECK(prepared.error().message.find(dondoc::test::k_token) == std::string::npos);
  }
  t.fake.reset_token("4112:another");
  CHECK(t.bot.prepare(k_webhook, t.now).error().kind == ErrorKind::permanent);
}

TEST_CASE("a webhook that the platform keeps but cannot reach is not taken for a good one") {
  BotUnderTest t;
  t.fake.fail_webhook_check(true);
  const auto prepared = t.bot.prepare(k_webhook, t.now);
  REQUIRE_FALSE(prepared);
  CHECK(prepared.error().kind == ErrorKind::transient);
  CHECK(prepared.error().message.find("public_url") != std::string::npos);
  CHECK(t.fake.webhook() == k_webhook.address);
}

TEST_CASE("a check tells identity, webhook and what is left") {
  BotUnderTest t;
  ChannelHealth health = t.bot.check(t.now);
  CHECK(health.ok);
  CHECK(health.identity == "bot.DonDoc");
  CHECK(health.webhook.empty());
  CHECK(health.quota_left == 3000);
  CHECK(health.faults.empty());
  REQUIRE(t.bot.prepare(k_webhook, t.now));
  health = t.bot.check(t.now);
  CHECK(health.webhook == k_webhook.address);
  CHECK(health.faults.empty());
}

TEST_CASE("a check finds the token dead and says what to do") {
  BotUnderTest t;
  t.fake.reset_token("4112:another");
  const ChannelHealth health = t.bot.check(t.now);
  CHECK_FALSE(health.ok);
  CHECK(tells(health, "Zalo Bot Manager"));
  CHECK_FALSE(tells(health, "TEST-token"));
}

TEST_CASE("a check finds a webhook that somebody else registered or removed") {
  BotUnderTest ours;
  REQUIRE(ours.bot.prepare({}, ours.now));
  ZaloBot other(dondoc::test::settings_of_tests(), ours.client);
  REQUIRE(other.prepare(k_webhook, ours.now));
  CHECK(tells(ours.bot.check(ours.now), "polling gets nothing"));
  REQUIRE(ours.bot.prepare({}, ours.now));
  CHECK(tells(other.check(ours.now), "is not ours"));
}

TEST_CASE("messages are counted in the month of Việt Nam, parts and doubtful ones too") {
  BotUnderTest t;
  t.known("u1");
  t.now = parse_instant("2023-11-30T23:59:00", Zone::viet_nam()).value();
  t.send("u1", "A");
  t.send("u1", std::string(1500, 'a') + " " + std::string(1500, 'b'));
  t.fake.fail_next(ZaloBotFault::dropped_answer);
  t.send("u1", "B");
  t.fake.fail_next(ZaloBotFault::server_error);
  t.send("u1", "C");
  CHECK(t.bot.check(t.now).quota_left == 2996);
  t.now = t.now + Elapsed::minutes(1);
  CHECK(t.bot.check(t.now).quota_left == 3000);
}

TEST_CASE("what earlier runs sent this month counts, and the last tenth is told") {
  BotUnderTest t;
  t.bot.set_usage({std::nullopt, 2699}, t.now);
  CHECK(t.bot.check(t.now).faults.empty());
  t.known("u1");
  t.send("u1", "A");
  const ChannelHealth health = t.bot.check(t.now);
  CHECK(health.quota_left == 300);
  CHECK(tells(health, "300 of 3000 messages"));
  CHECK(health.ok);
}

TEST_CASE("a month that is used up is told until the next one, or until a message passes") {
  BotUnderTest t;
  t.known("u1");
  t.fake.set_quota(0);
  CHECK(t.send("u1", "A").result == SendClass::quota_exhausted);
  ChannelHealth health = t.bot.check(t.now);
  CHECK_FALSE(health.ok);
  CHECK(health.quota_left == 0);
  CHECK(tells(health, "used up"));
  t.fake.set_quota(100);
  CHECK(t.send("u1", "A").result == SendClass::delivered);
  CHECK(t.bot.check(t.now).ok);
  t.fake.set_quota(0);
  t.send("u1", "A");
  CHECK(t.bot.check(t.now + Elapsed::hours(24 * 30)).ok);
}

TEST_CASE("from 45 bound persons on the administrator is told of the limit of 50") {
  BotUnderTest t;
  t.bot.set_usage({44, std::nullopt}, t.now);
  CHECK(t.bot.check(t.now).faults.empty());
  t.bot.set_usage({45, std::nullopt}, t.now);
  const ChannelHealth health = t.bot.check(t.now);
  CHECK(tells(health, "45 of at most 50 persons"));
  CHECK(health.ok);
}
