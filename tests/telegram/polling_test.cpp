// Long polling (chat-apis.md §2.4).
#include <algorithm>

#include "tests/telegram/bot.h"

namespace dondoc::test {
namespace {

using FaultKind = FakeTelegram::FaultKind;

TEST_CASE("what is not confirmed comes again under the same key") {
  StartedBot bot;
  bot.fake.say("7001", "một", bot.now);
  const Polled first = bot.telegram->poll(bot.now);
  const Polled again = bot.telegram->poll(bot.now);
  REQUIRE(first.updates.size() == 1);
  REQUIRE(again.updates.size() == 1);
  CHECK(again.updates[0].key == first.updates[0].key);
  bot.telegram->confirm();
  CHECK(bot.telegram->poll(bot.now).updates.empty());
  CHECK(bot.fake.waiting() == 0);
}

TEST_CASE("confirming a poll that failed confirms nothing") {
  StartedBot bot;
  bot.fake.say("7001", "một", bot.now);
  CHECK(bot.telegram->poll(bot.now).updates.size() == 1);
  bot.fake.fail_next(FaultKind::lost_answer, "getUpdates");
  CHECK(bot.telegram->poll(bot.now).state == PollState::failed);
  bot.telegram->confirm();
  CHECK(bot.telegram->poll(bot.now).updates.size() == 1);
}

TEST_CASE("a program that starts again gets what was not confirmed") {
  StartedBot bot;
  bot.fake.say("7001", "một", bot.now);
  bot.telegram->poll(bot.now);
  const auto restarted = make_telegram(
      {std::string(FakeTelegram::k_base), std::string(FakeTelegram::k_token), k_secret}, bot.http);
  CHECK(restarted->poll(bot.now).updates.size() == 1);
}

TEST_CASE("a burst comes a hundred at a time, in order") {
  StartedBot bot;
  for (int i = 0; i < 250; ++i) bot.fake.say("7001", std::to_string(i), bot.now);
  std::vector<std::string> heard;
  for (const std::size_t size : {100U, 100U, 50U}) {
    const std::vector<Inbound> updates = bot.take();
    CHECK(updates.size() == size);
    for (const Inbound& each : updates) heard.push_back(each.text);
  }
  REQUIRE(heard.size() == 250);
  CHECK(heard[0] == "0");
  CHECK(heard[249] == "249");
}

TEST_CASE("a poll asks for our kinds of update, waits thirty seconds, and the client longer") {
  ScriptedClient http(R"({"ok":true,"result":[]})");
  bot_on(http)->poll({});
  REQUIRE(http.asked.size() == 1);
  CHECK(http.asked[0].timeout == Elapsed::seconds(40));
  for (const char* part : {"\"timeout\":30", "\"limit\":100", "my_chat_member", "callback_query"})
    CHECK(http.asked[0].body.find(part) != std::string::npos);
  CHECK(http.asked[0].body.find("offset") == std::string::npos);
}

TEST_CASE("another poller: its text is told, the waits grow, and it ends when the other stops") {
  StartedBot bot;
  bot.fake.other_poller(true);
  Elapsed last;
  for (int i = 0; i < 10; ++i) {
    const Polled polled = bot.telegram->poll(bot.now);
    CHECK(polled.state == PollState::conflict);
    CHECK_THAT(polled.detail, Catch::Contains("make sure that only one bot instance is running"));
    CHECK(polled.wait >= last);
    CHECK(polled.wait >= Elapsed::seconds(3));
    last = polled.wait;
  }
  CHECK(last > Elapsed::minutes(1));
  CHECK(last <= Elapsed::minutes(5));
  bot.fake.other_poller(false);
  bot.fake.say("7001", "x", bot.now);
  CHECK(bot.take().size() == 1);
  bot.fake.other_poller(true);
  CHECK(bot.telegram->poll(bot.now).wait < Elapsed::seconds(10));
}

TEST_CASE("a webhook on the same token is a conflict until polling is prepared again") {
  StartedBot bot;
  REQUIRE(bot.telegram->prepare({true, "https://dondoc.example/t"}, bot.now));
  const Polled polled = bot.telegram->poll(bot.now);
  CHECK(polled.state == PollState::conflict);
  CHECK_THAT(polled.detail, Catch::Contains("webhook is active"));
  REQUIRE(bot.telegram->prepare({}, bot.now));
  CHECK(bot.telegram->poll(bot.now).state == PollState::taken);
}

TEST_CASE("ids that start anew after a week of silence lose nothing") {
  StartedBot bot;
  bot.fake.say("7001", "x", bot.now);
  CHECK(bot.take().size() == 1);
  for (int day = 0; day < 7; ++day) {
    bot.pass(Elapsed::hours(24));
    CHECK(bot.take().empty());
  }
  bot.fake.restart_ids(1000);  // far below the last offset
  bot.fake.say("7001", "chào", bot.now);
  const std::vector<Inbound> heard = bot.take();
  REQUIRE(heard.size() == 1);
  CHECK(heard[0].key == "1000");
  CHECK(bot.take().empty());
}

TEST_CASE("the fake drops what an old offset confirms: without forgetting it, updates were lost") {
  StartedBot bot;
  bot.fake.say("7001", "x", bot.now);
  CHECK(bot.take().size() == 1);
  bot.fake.restart_ids(1000);
  bot.fake.say("7001", "chào", bot.now);
  CHECK(bot.take().empty());  // within the week it never happens
}

TEST_CASE("updates live a day") {
  StartedBot bot;
  bot.fake.say("7001", "cũ", bot.now);
  bot.pass(Elapsed::hours(23));
  bot.fake.say("7001", "mới", bot.now);
  bot.pass(Elapsed::hours(1));
  const std::vector<Inbound> heard = bot.take();
  REQUIRE(heard.size() == 1);
  CHECK(heard[0].text == "mới");
}

TEST_CASE("an answer that is not the platform's, or no list, is a failure with growing waits") {
  StartedBot bot;
  bot.fake.say("7001", "x", bot.now);
  Elapsed last;
  for (const FaultKind kind : {FaultKind::page, FaultKind::cut_short, FaultKind::bad_gateway,
                               FaultKind::not_sent, FaultKind::internal_error}) {
    bot.fake.fail_next(kind, "getUpdates");
    const Polled polled = bot.telegram->poll(bot.now);
    CHECK(polled.state == PollState::failed);
    CHECK(polled.updates.empty());
    CHECK_FALSE(polled.detail.empty());
    CHECK(polled.wait > last);
    last = polled.wait;
  }
  CHECK(bot.take().size() == 1);
  for (const char* body :
       {R"({"ok":true,"result":{}})", R"({"ok":true})", "[]", "", R"({"ok":"true","result":[]})",
        R"({"ok":true,"result":[{},5,{"update_id":"x"},{"update_id":1.5},{"update_id":-1}]})"}) {
    ScriptedClient http(body);
    const Polled polled = bot_on(http)->poll({});
    CHECK(polled.state == PollState::failed);
    CHECK(polled.wait.ms > 0);
  }
}

TEST_CASE("an update that cannot be read does not stop those around it") {
  ScriptedClient http(
      R"({"ok":true,"result":[5,{"update_id":7,"message":{"message_id":[]}},{"update_id":8,)"
      R"("message":{"message_id":1,"date":1,"text":"x","chat":{"id":1,"type":"private"},)"
      R"("from":{"id":1}}}]})");
  const auto telegram = bot_on(http);
  const Polled polled = telegram->poll({});
  REQUIRE(polled.updates.size() == 1);
  CHECK(polled.updates[0].key == "8");
  telegram->confirm();
  telegram->poll({});
  CHECK(http.asked[1].body.find("\"offset\":9") != std::string::npos);
}

TEST_CASE("a revoked token stops the poller; too many requests wait as told") {
  StartedBot bot;
  bot.fake.fail_next(FaultKind::unauthorized, "getUpdates");
  CHECK(bot.telegram->poll(bot.now).state == PollState::auth_dead);
  bot.fake.fail_next(FaultKind::too_many, "getUpdates", 1, 77);
  const Polled polled = bot.telegram->poll(bot.now);
  CHECK(polled.state == PollState::failed);
  CHECK(polled.wait == Elapsed::seconds(77));
}

TEST_CASE("a server that answers an empty poll at once is not asked without a pause") {
  StartedBot bot;
  CHECK(bot.telegram->poll(bot.now).wait.ms > 0);
  bot.fake.say("7001", "x", bot.now);
  CHECK(bot.telegram->poll(bot.now).wait.ms == 0);
}

TEST_CASE("with a tenth of the calls failing, each update is heard and none twice once confirmed") {
  StartedBot bot;
  bot.fake.plan_faults({{}, 10, 20231124});
  std::vector<std::string> keys;
  for (int i = 0; i < 300; ++i) {
    bot.fake.say("7001", std::to_string(i), bot.now);
    const Polled polled = bot.telegram->poll(bot.now);
    for (const Inbound& each : polled.updates) keys.push_back(each.key);
    bot.telegram->confirm();
    bot.pass(Elapsed::seconds(1));
  }
  bot.fake.plan_faults({});
  for (const Inbound& each : bot.take()) keys.push_back(each.key);
  CHECK(keys.size() == 300);
  CHECK(std::is_sorted(keys.begin(), keys.end()));
  CHECK(std::adjacent_find(keys.begin(), keys.end()) == keys.end());
}

}  // namespace
}  // namespace dondoc::test
