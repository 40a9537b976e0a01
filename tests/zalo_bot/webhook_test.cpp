#include <catch2/catch.hpp>

#include "engine/limits.h"
#include "tests/zalo_bot/bot_under_test.h"

using namespace dondoc;
using dondoc::test::BotUnderTest;
using dondoc::test::k_secret;

namespace {

const std::string k_body =
    R"({"event_name":"message.text.received","message":{"message_id":"m1","date":1,"from":{"id":"u1"},"text":"ok"}})";

WebhookReading read(const BotUnderTest& t, std::string_view body,
                    std::vector<HttpHeader> headers = {{"x-bot-api-secret-token", k_secret},
                                                       {"content-type", "application/json"}}) {
  return t.bot.read_webhook({std::move(headers), body}, t.now);
}

/// The door of the office, as the platform finds it: what it is sent goes to read_webhook.
struct Door : HttpClient {
  BotUnderTest& t;
  std::vector<Inbound> taken;
  int broken = 0;  ///< so many calls end with 503 before anything is durable

  explicit Door(BotUnderTest& under_test) : t(under_test) {}
  tl::expected<HttpAnswer, HttpError> ask(const HttpRequest& request) override {
    std::vector<HttpHeader> headers = request.headers;
    headers.push_back({"Content-Type", request.content_type});
    const WebhookReading reading = t.bot.read_webhook({headers, request.body}, t.now);
    if (broken > 0) {
      --broken;
      return HttpAnswer{503, {}, ""};
    }
    for (const Inbound& each : reading.updates) taken.push_back(each);
    return HttpAnswer{reading.status, {}, ""};
  }
};

}  // namespace

TEST_CASE("webhooks are read flat and wrapped") {
  BotUnderTest t;
  for (const std::string& body : {k_body, R"({"ok":true,"result":)" + k_body + "}"}) {
    const WebhookReading reading = read(t, body);
    CHECK(reading.status == 200);
    REQUIRE(reading.updates.size() == 1);
    CHECK(reading.updates[0].key == "m1");
    CHECK(reading.updates[0].text == "ok");
    CHECK(reading.updates[0].at == Instant{1});
  }
}

TEST_CASE(
    "what the fake platform delivers arrives whole, and again with the same key after a fault") {
  BotUnderTest t;
  REQUIRE(t.bot.prepare({true, "https://dondoc.example.gov.vn/hook"}, t.now));
  Door door(t);
  door.broken = 1;
  const std::string first = t.fake.say("u1", "xong B20-07", t.now);
  const std::string second = t.fake.say("u2", "ok", t.now);
  CHECK(t.fake.pump(door) == std::vector<int>{503, 200});
  CHECK(t.fake.pump(door) == std::vector<int>{200});
  REQUIRE(door.taken.size() == 2);
  CHECK(door.taken[0].key == second);
  CHECK(door.taken[1].key == first);
  CHECK(t.fake.waiting() == 0);
}

TEST_CASE("a wrong, missing or doubled secret is refused before anything is read") {
  BotUnderTest t;
  const HttpHeader json = {"Content-Type", "application/json"};
  const std::vector<std::vector<HttpHeader>> bad = {
      {json},
      {json, {"X-Bot-Api-Secret-Token", ""}},
      {json, {"X-Bot-Api-Secret-Token", "wrong-secret-xxxx"}},
      {json, {"X-Bot-Api-Secret-Token", k_secret + "x"}},
      {json, {"X-Bot-Api-Secret-Token", k_secret.substr(1)}},
      {json, {"X-Telegram-Bot-Api-Secret-Token", k_secret}},
      {json, {"X-Bot-Api-Secret-Token", k_secret}, {"X-Bot-Api-Secret-Token", "other"}},
  };
  for (const auto& headers : bad) {
    const WebhookReading reading = read(t, k_body, headers);
    CHECK(reading.status == 401);
    CHECK(reading.updates.empty());
    CHECK(reading.reason.find(k_secret) == std::string::npos);
  }
  CHECK(read(t, "garbage", {json}).status == 401);
}

TEST_CASE("without a secret of our own no webhook is taken, not even with an empty one") {
  ZaloBotSettings settings = dondoc::test::settings_of_tests();
  settings.webhook_secret.clear();
  BotUnderTest t(settings);
  CHECK(read(t, k_body, {{"X-Bot-Api-Secret-Token", ""}, {"Content-Type", "application/json"}})
            .status == 401);
  CHECK(read(t, k_body, {{"Content-Type", "application/json"}}).status == 401);
}

TEST_CASE("a body that is not JSON by its header is refused") {
  BotUnderTest t;
  const HttpHeader secret = {"X-Bot-Api-Secret-Token", k_secret};
  CHECK(read(t, k_body, {secret, {"Content-Type", "application/json; charset=UTF-8"}}).status ==
        200);
  CHECK(read(t, k_body, {secret, {"Content-Type", "Application/JSON"}}).status == 200);
  for (const char* type : {"", "text/plain", "application/jsonx", "text/html; application/json"})
    CHECK(read(t, k_body, {secret, {"Content-Type", type}}).status == 415);
  CHECK(read(t, k_body, {secret}).status == 415);
}

TEST_CASE("a body that is too large is refused unread") {
  BotUnderTest t;
  std::string body = k_body;
  body.insert(body.size() - 1, limits::inbound_bytes - body.size(), ' ');
  CHECK(read(t, body).status == 200);
  body.insert(body.size() - 1, 1, ' ');
  const WebhookReading reading = read(t, body);
  CHECK(reading.status == 413);
  CHECK(reading.updates.empty());
}

TEST_CASE("no JSON, half of it, wrong UTF-8 and a thousand levels are refused with 400") {
  BotUnderTest t;
  std::string bad_text = k_body;
  bad_text.replace(bad_text.find("\"ok\""), 4, "\"\xff\xfe\"");
  const std::string deep = std::string(1000, '[') + std::string(1000, ']');
  const std::string deeper = std::string(500'000, '[');
  for (const std::string& body :
       {std::string(), std::string("ok"), k_body.substr(0, 60), bad_text, deep, deeper}) {
    const WebhookReading reading = read(t, body);
    CHECK(reading.status == 400);
    CHECK(reading.updates.empty());
    CHECK_FALSE(reading.reason.empty());
  }
}

TEST_CASE("JSON that is nothing to us is taken and changes nothing") {
  BotUnderTest t;
  for (const char* body :
       {"{}", "[]", "null", "7", R"({"ok":true})", R"({"result":null})",
        R"({"event_name":"message.text.received","message":null})",
        R"({"event_name":"message.text.received","message":{"message_id":""}})",
        R"({"event_name":"message.text.received","message":{"message_id":"m1"}})"}) {
    INFO(body);
    const WebhookReading reading = read(t, body);
    CHECK(reading.status == 200);
    CHECK(reading.updates.empty());
  }
}
