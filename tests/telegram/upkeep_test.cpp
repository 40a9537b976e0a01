// The bot's account: menu, webhook or polling, health (chat-apis.md §2.2, §2.5).
#include "bots/talk/command_words.h"
#include "bots/telegram/menu.h"
#include "tests/telegram/bot.h"

namespace dondoc::test {
namespace {

using FaultKind = FakeTelegram::FaultKind;

TEST_CASE("preparing for polling sets the menu and removes a webhook, updates kept") {
  Bot bot;
  REQUIRE(bot.telegram->prepare({true, "https://dondoc.example/t"}, bot.now));
  bot.fake.say("7001", "x", bot.now);
  REQUIRE(bot.telegram->prepare({}, bot.now));
  REQUIRE(bot.telegram->prepare({}, bot.now));
  CHECK(bot.fake.webhook().empty());
  CHECK(bot.take().size() == 1);
  REQUIRE(bot.fake.menu().size() == telegram::k_menu.size());
  CHECK(bot.fake.menu()[0] == std::pair<std::string, std::string>{"viec", "Việc của tôi"});
  REQUIRE(bot.fake.menu("en").size() == telegram::k_menu.size());
  CHECK(bot.fake.menu("en")[0] == std::pair<std::string, std::string>{"viec", "My tasks"});
  CHECK_FALSE(bot.telegram->tend(bot.now));
}

TEST_CASE("what the menu offers is understood when it is tapped") {
  for (const telegram::MenuCommand& each : telegram::k_menu) {
    INFO(each.command);
    if (each.command == "xoadulieu") continue;  // belongs to binding, before any conversation
    CHECK(talk::slash_command("/" + std::string(each.command)) != nullptr);
  }
}

TEST_CASE("preparing for a webhook registers address, secret and kinds, and looks again") {
  Bot bot;
  REQUIRE(bot.telegram->prepare({true, "https://dondoc.example/t"}, bot.now));
  CHECK(bot.fake.webhook() == "https://dondoc.example/t");
  CHECK(bot.fake.count("getWebhookInfo") == 1);
  for (const auto& call : bot.fake.calls()) {
    if (call.method != "setWebhook") continue;
    CHECK_THAT(call.parameters, Catch::Contains("\"secret_token\":\"" + std::string(k_secret)));
    CHECK_THAT(call.parameters, Catch::Contains("callback_query"));
    CHECK_THAT(call.parameters, Catch::Contains("max_connections"));
  }
}

TEST_CASE("an address or a secret that cannot work is refused for good") {
  Bot bot;
  const auto plain = bot.telegram->prepare({true, "http://dondoc.example/t"}, bot.now);
  REQUIRE_FALSE(plain);
  CHECK(plain.error().kind == ErrorKind::permanent);
  CHECK_THAT(plain.error().message, Catch::Contains("HTTPS"));
  for (const std::string& secret :
       {std::string(), std::string("bí mật"), std::string("a b"), std::string(257, 'x')}) {
    const auto other = make_telegram(
        {std::string(FakeTelegram::k_base), std::string(FakeTelegram::k_token), secret}, bot.http);
    const auto prepared = other->prepare({true, "https://dondoc.example/t"}, bot.now);
    REQUIRE_FALSE(prepared);
    CHECK(prepared.error().kind == ErrorKind::permanent);
    CHECK(prepared.error().message.find("bí mật") == std::string::npos);
  }
  CHECK(bot.fake.webhook().empty());
}

TEST_CASE("a platform that holds another address than was set is found out") {
  ScriptedClient http(
      R"({"ok":true,"result":{"username":"x","url":"https://elsewhere.example/"}})");
  const auto prepared = bot_on(http)->prepare({true, "https://dondoc.example/t"}, {});
  REQUIRE_FALSE(prepared);
  CHECK(prepared.error().message.find("elsewhere") == std::string::npos);
}

TEST_CASE("a refused token is permanent and says where to put a valid one; the net is not") {
  Bot bot;
  bot.fake.fail_next(FaultKind::unauthorized, "getMe");
  const auto refused = bot.telegram->prepare({}, bot.now);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::permanent);
  CHECK_THAT(refused.error().message, Catch::Contains("token_file"));
  for (const FaultKind kind : {FaultKind::not_sent, FaultKind::lost_answer, FaultKind::bad_gateway,
                               FaultKind::page, FaultKind::too_many}) {
    for (const char* method : {"getMe", "setMyCommands", "deleteWebhook"}) {
      bot.fake.fail_next(kind, method);
      const auto failed = bot.telegram->prepare({}, bot.now);
      REQUIRE_FALSE(failed);
      CHECK(failed.error().kind == ErrorKind::transient);
      CHECK(failed.error().message.find("TEST-token") == std::string::npos);
    }
  }
  CHECK(bot.telegram->prepare({}, bot.now));
}

TEST_CASE("a healthy bot tells its name and what waits") {
  StartedBot bot;
  bot.fake.say("7001", "x", bot.now);
  const ChannelHealth health = bot.telegram->check(bot.now);
  CHECK(health.ok);
  CHECK(health.identity == "@dondoc_test_bot");
  CHECK(health.webhook.empty());
  CHECK(health.waiting == 1);
  CHECK(health.faults.empty());
}

TEST_CASE("many updates that nobody fetches are a fault") {
  StartedBot bot;
  for (int i = 0; i < 101; ++i) bot.fake.say("7001", "x", bot.now);
  const ChannelHealth health = bot.telegram->check(bot.now);
  CHECK_FALSE(health.ok);
  REQUIRE(health.faults.size() == 1);
  CHECK_THAT(health.faults[0], Catch::Contains("101 updates wait"));
}

TEST_CASE("a bot that cannot be asked is not well, and says why") {
  Bot bot;
  for (const char* method : {"getMe", "getWebhookInfo"}) {
    bot.fake.fail_next(FaultKind::unauthorized, method);
    const ChannelHealth health = bot.telegram->check(bot.now);
    CHECK_FALSE(health.ok);
    REQUIRE(health.faults.size() == 1);
    CHECK_THAT(health.faults[0], Catch::Contains("401"));
  }
}

}  // namespace
}  // namespace dondoc::test
