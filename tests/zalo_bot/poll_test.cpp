#include <catch2/catch.hpp>

#include "tests/zalo_bot/bot_under_test.h"

using namespace dondoc;
using dondoc::test::BotUnderTest;
using dondoc::test::ZaloBotFault;

TEST_CASE("polling gives one update at a time, as it was said") {
  BotUnderTest t;
  const Instant said = t.now - Elapsed::minutes(3);
  const std::string first = t.fake.say("u1", "Xong B20-07 a\u0323", said);
  t.fake.say("u2", "ok", t.now);
  const Polled polled = t.bot.poll(t.now);
  CHECK(polled.state == PollState::taken);
  CHECK(polled.wait == Elapsed{});
  REQUIRE(polled.updates.size() == 1);
  const Inbound& inbound = polled.updates.front();
  CHECK(inbound.kind == InboundKind::text);
  CHECK(inbound.key == first);
  CHECK(inbound.account == "u1");
  CHECK(inbound.chat == "u1");
  CHECK_FALSE(inbound.in_group);
  CHECK(inbound.at == said);
  CHECK(inbound.text == "Xong B20-07 ạ");
  t.bot.confirm();
  REQUIRE(t.bot.poll(t.now).updates.size() == 1);
}

TEST_CASE("the platform is asked as its documentation says: a text of seconds, a longer wait") {
  struct Listening : HttpClient {
    HttpRequest heard;
    tl::expected<HttpAnswer, HttpError> ask(const HttpRequest& request) override {
      heard = request;
      return HttpAnswer{408, {}, R"({"ok":false,"error_code":408,"description":"Timeout"})"};
    }
  } http;
  ZaloBot bot(dondoc::test::settings_of_tests(), http);
  CHECK(bot.poll(Instant{1}).state == PollState::taken);
  CHECK(http.heard.url == "http://127.0.0.1:9/bot4112:TEST-token/getUpdates");
  CHECK(http.heard.body == R"({"timeout":"30"})");
  CHECK(http.heard.timeout > Elapsed::seconds(30));
  CHECK(http.heard.content_type == "application/json");
}

TEST_CASE("no news is no failure") {
  BotUnderTest t;
  const Polled polled = t.bot.poll(t.now);
  CHECK(polled.state == PollState::taken);
  CHECK(polled.updates.empty());
  CHECK(polled.detail.empty());
  CHECK(polled.wait < Elapsed::seconds(1));
}

TEST_CASE("an answer with nothing in it is not asked for again at once") {
  struct Empty : HttpClient {
    tl::expected<HttpAnswer, HttpError> ask(const HttpRequest&) override {
      return HttpAnswer{200, {}, R"({"ok":true,"result":null})"};
    }
  } http;
  ZaloBot bot(dondoc::test::settings_of_tests(), http);
  const Polled polled = bot.poll(Instant{1});
  CHECK(polled.state == PollState::taken);
  CHECK(polled.wait > Elapsed{});
}

TEST_CASE("a failing platform is asked more and more seldom, and at once when it is well again") {
  BotUnderTest t;
  t.fake.fail_next(ZaloBotFault::server_error, 3);
  CHECK(t.bot.poll(t.now).wait == Elapsed::seconds(5));
  CHECK(t.bot.poll(t.now).wait == Elapsed::seconds(10));
  const Polled third = t.bot.poll(t.now);
  CHECK(third.state == PollState::failed);
  CHECK(third.wait == Elapsed::seconds(20));
  CHECK_FALSE(third.detail.empty());
  t.fake.fail_next(ZaloBotFault::no_connection, 30);
  t.bot.poll(t.now);
  for (int i = 0; i < 29; ++i) CHECK(t.bot.poll(t.now).wait <= Elapsed::minutes(2));
  t.fake.say("u1", "ok", t.now);
  CHECK(t.bot.poll(t.now).updates.size() == 1);
  t.fake.fail_next(ZaloBotFault::edge_down);
  CHECK(t.bot.poll(t.now).wait == Elapsed::seconds(5));
}

TEST_CASE("asked too often, it waits at least as long as it was told") {
  BotUnderTest t;
  t.fake.fail_next(ZaloBotFault::too_many);
  const Polled polled = t.bot.poll(t.now);
  CHECK(polled.state == PollState::failed);
  CHECK(polled.wait == Elapsed::seconds(7));
}

TEST_CASE("a webhook elsewhere is a conflict, a reset token the end") {
  BotUnderTest t;
  REQUIRE(t.bot.prepare({true, "https://dondoc.example.gov.vn/hook"}, t.now));
  CHECK(t.bot.poll(t.now).state == PollState::conflict);
  t.fake.reset_token("4112:another");
  const Polled polled = t.bot.poll(t.now);
  CHECK(polled.state == PollState::auth_dead);
  CHECK(polled.detail.find("TEST-token") == std::string::npos);
}

TEST_CASE("a photo is a photo, under either name of its address") {
  BotUnderTest t;
  for (int i = 0; i < 2; ++i) {
    t.fake.send_photo("u1", "https://photo.zdn.vn/a.jpg", "bản ký B20-07", t.now);
    const Polled polled = t.bot.poll(t.now);
    REQUIRE(polled.updates.size() == 1);
    CHECK(polled.updates[0].kind == InboundKind::photo);
    CHECK(polled.updates[0].file.handle == "https://photo.zdn.vn/a.jpg");
    CHECK(polled.updates[0].text == "bản ký B20-07");
  }
}

TEST_CASE("a sticker, a file, anything else is passed on as something that came") {
  BotUnderTest t;
  t.fake.send_sticker("u1", t.now);
  t.fake.send_unsupported("u1", t.now);
  t.fake.push({{"event_name", "message.hologram.received"},
               {"message", {{"message_id", "h1"}, {"from", {{"id", "u1"}}}}}});
  for (int i = 0; i < 3; ++i) {
    const Polled polled = t.bot.poll(t.now);
    REQUIRE(polled.updates.size() == 1);
    CHECK(polled.updates[0].kind == InboundKind::other);
    CHECK(polled.updates[0].account == "u1");
  }
}

TEST_CASE("other bots, reactions and what has no message id are left out") {
  BotUnderTest t;
  t.fake.bot_says("b7", "ok", t.now);
  t.fake.push({{"event_name", "message.reaction.received"},
               {"message", {{"message_id", "r1"}, {"from", {{"id", "u1"}}}}}});
  t.fake.push({{"event_name", "message.text.received"},
               {"message", {{"from", {{"id", "u1"}}}, {"text", "ok"}}}});
  t.fake.push({{"event_name", "bot.renamed"}, {"message", {{"message_id", "x"}}}});
  t.fake.push("nonsense");
  t.fake.push({{"event_name", 7}, {"message", {1, 2, 3}}});
  for (int i = 0; i < 6; ++i) {
    const Polled polled = t.bot.poll(t.now);
    CHECK(polled.state == PollState::taken);
    CHECK(polled.updates.empty());
  }
  CHECK(t.fake.waiting() == 0);
}

TEST_CASE("in a group the sender is the account, the group the chat, and the mention is cut out") {
  ZaloBotSettings settings = dondoc::test::settings_of_tests();
  settings.display_name = "Đôn Đốc huyện";
  BotUnderTest t(settings);
  REQUIRE(t.bot.prepare({}, t.now));
  for (const char* text : {"@Bot Đôn Đốc xong B20-07", "@bot.DonDoc: xong B20-07",
                           "@Đôn Đốc huyện, xong B20-07", "xong B20-07"}) {
    t.fake.say_in_group("g1", "u1", text, t.now);
    const Polled polled = t.bot.poll(t.now);
    REQUIRE(polled.updates.size() == 1);
    CHECK(polled.updates[0].in_group);
    CHECK(polled.updates[0].account == "u1");
    CHECK(polled.updates[0].chat == "g1");
    CHECK(polled.updates[0].text == "xong B20-07");
  }
}

TEST_CASE("a private chat is known by the chat's id, for that is where an answer goes") {
  BotUnderTest t;
  t.fake.push({{"event_name", "message.text.received"},
               {"message",
                {{"message_id", "zb01"},
                 {"date", 1760000000123},
                 {"from", {{"id", "u9f2"}, {"is_bot", false}}},
                 {"chat", {{"id", "c9f2"}, {"chat_type", "PRIVATE"}}},
                 {"text", "1 42"}}}});
  t.now = Instant{1760000005000};
  const Polled polled = t.bot.poll(t.now);
  REQUIRE(polled.updates.size() == 1);
  CHECK(polled.updates[0].account == "c9f2");
  CHECK(polled.updates[0].chat == "c9f2");
  CHECK(polled.updates[0].at == Instant{1760000000123});
}

TEST_CASE("ids are texts to the last digit, and a time in the future or none is now") {
  BotUnderTest t;
  for (const nlohmann::json& date : {nlohmann::json(t.now.ms + 60'000), nlohmann::json(-5),
                                     nlohmann::json("soon"), nlohmann::json(1e300)}) {
    t.fake.push({{"event_name", "message.text.received"},
                 {"message",
                  {{"message_id", 18446744073709551615u},
                   {"date", date},
                   {"from", {{"id", 9007199254740993}}},
                   {"text", "ok"}}}});
    const Polled polled = t.bot.poll(t.now);
    REQUIRE(polled.updates.size() == 1);
    CHECK(polled.updates[0].key == "18446744073709551615");
    CHECK(polled.updates[0].account == "9007199254740993");
    CHECK(polled.updates[0].at == t.now);
  }
}

TEST_CASE("an answer whose connection broke has taken its update along; the next one comes") {
  BotUnderTest t;
  t.fake.say("u1", "lost", t.now);
  t.fake.say("u1", "found", t.now);
  t.fake.fail_next(ZaloBotFault::dropped_answer);
  CHECK(t.bot.poll(t.now).state == PollState::failed);
  const Polled polled = t.bot.poll(t.now);
  REQUIRE(polled.updates.size() == 1);
  CHECK(polled.updates[0].text == "found");
}

TEST_CASE("photos are taken from the platform's hosts alone") {
  struct Photos : HttpClient {
    std::string asked;
    int status = 200;
    tl::expected<HttpAnswer, HttpError> ask(const HttpRequest& request) override {
      asked = request.url;
      if (request.answer_bytes < 4) return tl::unexpected(HttpError{HttpFailure::too_large, "big"});
      return HttpAnswer{status, {}, "JPEG"};
    }
  } http;
  ZaloBot bot(dondoc::test::settings_of_tests(), http);
  const auto take = [&](const std::string& url, std::size_t most = 100) {
    http.asked.clear();
    InboundFile file;
    file.handle = url;
    return bot.download(file, most);
  };
  CHECK(take("https://photo-1.zdn.vn/a/b.jpg").value() == "JPEG");
  CHECK(take("http://x.y.zdn.vn/a?b=c").value() == "JPEG");
  CHECK(take("https://photo.zdn.vn/a", 3).error().kind == ErrorKind::permanent);
  http.status = 404;
  CHECK(take("https://photo.zdn.vn/a").error().kind == ErrorKind::permanent);
  http.status = 503;
  CHECK(take("https://photo.zdn.vn/a").error().kind == ErrorKind::transient);
  for (const char* url :
       {"https://zdn.vn/a", "https://evilzdn.vn/a", "https://zdn.vn.evil.example/a",
        "https://a@x.zdn.vn/", "https://x.zdn.vn:8080/", "https://127.0.0.1/a.zdn.vn",
        "https://evil.example/?x.zdn.vn", "https://evil.example#x.zdn.vn", "file:///etc/hosts",
        "//x.zdn.vn/a", "https:x.zdn.vn", "", "https://evil.example\\.zdn.vn/"}) {
    INFO(url);
    CHECK(take(url).error().kind == ErrorKind::permanent);
    CHECK(http.asked.empty());
  }
}
