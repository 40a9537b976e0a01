// Calls of our webhook address (chat-apis.md §2.5, §5.2).
#include "engine/limits.h"
#include "tests/telegram/bot.h"

namespace dondoc::test {
namespace {

const std::string k_update =
    R"({"update_id":5,"message":{"message_id":1,"date":1760000000,"text":"chào","chat":)"
    R"({"id":7001,"type":"private"},"from":{"id":7001,"is_bot":false,"first_name":"Lan"}}})";

std::vector<HttpHeader> right_headers() {
  return {{"Content-Type", "application/json"}, {"X-Telegram-Bot-Api-Secret-Token", k_secret}};
}

WebhookReading read(std::string_view body, std::vector<HttpHeader> headers = right_headers()) {
  const Bot bot;
  WebhookReading reading = bot.telegram->read_webhook({std::move(headers), body}, bot.now);
  if (reading.status != 200) {
    CHECK(reading.updates.empty());
    CHECK_FALSE(reading.reason.empty());
  }
  return reading;
}

TEST_CASE("a genuine call is read") {
  const WebhookReading reading = read(k_update);
  CHECK(reading.status == 200);
  REQUIRE(reading.updates.size() == 1);
  CHECK(reading.updates[0].key == "5");
  CHECK(reading.updates[0].text == "chào");
}

TEST_CASE("headers' names and the type are compared without case") {
  CHECK(read(k_update, {{"content-type", "Application/JSON; charset=utf-8"},
                        {"x-telegram-bot-api-secret-token", k_secret}})
            .status == 200);
}

TEST_CASE("a wrong, missing, shortened, lengthened or repeated secret is refused") {
  const std::string secret = k_secret;
  const HttpHeader type{"Content-Type", "application/json"};
  CHECK(read(k_update, {type}).status == 401);
  const std::string with_end = secret + std::string("\0", 1);
  for (const std::string& given :
       {std::string(), secret + "x", secret.substr(1), secret.substr(0, secret.size() - 1),
        std::string("WEBHOOK-secret_1"), " " + secret, with_end})
    CHECK(read(k_update, {type, {"X-Telegram-Bot-Api-Secret-Token", given}}).status == 401);
  auto twice = right_headers();
  twice.push_back({"x-telegram-bot-api-secret-token", "another"});
  CHECK(read(k_update, twice).status == 401);
}

TEST_CASE("without a secret of our own nobody is let in") {
  Bot bot;
  const auto open = make_telegram(
      {std::string(FakeTelegram::k_base), std::string(FakeTelegram::k_token), ""}, bot.http);
  const HttpHeader type{"Content-Type", "application/json"};
  CHECK(open->read_webhook({{type}, k_update}, bot.now).status == 401);
  CHECK(open->read_webhook({{type, {"X-Telegram-Bot-Api-Secret-Token", ""}}, k_update}, bot.now)
            .status == 401);
}

TEST_CASE("a body over the limit is refused before it is read; a stranger's is a stranger's") {
  std::string body = k_update;
  body.insert(body.find("chào"), std::string(limits::inbound_bytes - body.size(), 'x'));
  CHECK(body.size() == limits::inbound_bytes);
  CHECK(read(body).status == 200);
  CHECK(read(body + " ").status == 413);
  const std::string ten_megabytes(10 * 1024 * 1024, '[');
  CHECK(read(ten_megabytes).status == 413);
  CHECK(read(ten_megabytes, {{"Content-Type", "application/json"}}).status == 401);
}

TEST_CASE("another content type is refused") {
  for (const char* type : {"", "text/plain", "application/x-www-form-urlencoded",
                           "application/jsonp", "multipart/form-data"}) {
    CHECK(read(k_update, {{"Content-Type", type}, right_headers()[1]}).status == 415);
  }
  CHECK(read(k_update, {right_headers()[1]}).status == 415);
}

TEST_CASE("hostile bodies are refused and give nothing") {
  const auto nested = [](std::size_t depth) {
    return R"({"update_id":5,"x":)" + std::string(depth, '[') + std::string(depth, ']') + "}";
  };
  CHECK(read(nested(limits::json_depth - 1)).status == 200);
  std::string latin = k_update, overlong = k_update, surrogate = k_update;
  latin.replace(latin.find("chào"), 5, "ch\xe0o");
  overlong.replace(overlong.find("chào"), 5, "\xc0\xaf");
  surrogate.replace(surrogate.find("chào"), 5, "\xed\xa0\x80");
  for (const std::string& body : {std::string(),
                                  std::string("null"),
                                  std::string("[]"),
                                  std::string("5"),
                                  std::string("\"x\""),
                                  std::string("{}"),
                                  std::string("{\"update_id\":5"),
                                  k_update.substr(0, k_update.size() - 1),
                                  k_update + "x",
                                  k_update + k_update,
                                  nested(limits::json_depth),
                                  nested(100'000),
                                  std::string(limits::inbound_bytes, '['),
                                  std::string(limits::inbound_bytes, '{'),
                                  latin,
                                  overlong,
                                  surrogate,
                                  std::string("\xef\xbb\xbf\xef\xbb\xbf{}"),
                                  std::string("{\"update_id\":\0005}", 16),
                                  std::string(R"({"update_id":5.5})"),
                                  std::string(R"({"update_id":"5"})"),
                                  std::string(R"({"update_id":-5})"),
                                  std::string(R"({"update_id":null})"),
                                  std::string(R"({"update_id":99999999999999999999})"),
                                  std::string(R"({"update_id":1e5})"),
                                  std::string(R"({"update_id":5,"update_id":6})"),
                                  std::string(R"({"update_id":NaN})"),
                                  std::string(R"({"update_id":1e999})")}) {
    INFO(body.substr(0, 80));
    CHECK(read(body).status == 400);
  }
}

TEST_CASE("a refusal's reason holds nothing of what was sent") {
  for (const char* body : {R"({"bi mat":)", R"({"update_id":"bi mat"})"})
    CHECK(read(body).reason.find("bi mat") == std::string::npos);
}

TEST_CASE("an update that is nothing for us is taken, or it would come again for a day") {
  for (const char* body :
       {R"({"update_id":5})", R"({"update_id":5,"inline_query":{"id":"1"}})",
        R"({"update_id":5,"message":[]})", R"({"update_id":5,"message":{"chat":7}})"}) {
    const WebhookReading reading = read(body);
    CHECK(reading.status == 200);
    CHECK(reading.updates.empty());
  }
}

/// Our program's webhook address, as the platform finds it.
class OurAddress : public HttpClient {
 public:
  explicit OurAddress(Bot& bot) : bot_(bot) {}
  tl::expected<HttpAnswer, HttpError> ask(const HttpRequest& request) override {
    HttpAnswer answer;
    answer.status = failing ? 500 : 0;
    if (!failing) {
      std::vector<HttpHeader> headers = request.headers;
      headers.push_back({"Content-Type", request.content_type});
      const WebhookReading reading =
          bot_.telegram->read_webhook({std::move(headers), request.body}, bot_.now);
      answer.status = reading.status;
      heard.insert(heard.end(), reading.updates.begin(), reading.updates.end());
    }
    return answer;
  }
  bool failing = false;
  std::vector<Inbound> heard;

 private:
  Bot& bot_;
};

struct WebhookBot : Bot {
  OurAddress address{*this};
  WebhookBot() { REQUIRE(telegram->prepare({true, "https://dondoc.example/telegram"}, now)); }
};

TEST_CASE("the platform's calls pass our door, each chat in order") {
  WebhookBot bot;
  for (const char* text : {"một", "hai", "ba"}) {
    bot.fake.say("7001", text, bot.now);
    bot.fake.say("7002", text, bot.now);
  }
  CHECK(bot.fake.deliver_webhooks(bot.address, bot.now) == 6);
  std::vector<std::string> of_7001;
  for (const Inbound& each : bot.address.heard) {
    if (each.account == "7001") of_7001.push_back(each.text);
  }
  CHECK(of_7001 == std::vector<std::string>{"một", "hai", "ba"});
  CHECK(bot.fake.waiting() == 0);
}

TEST_CASE("what we refused comes again later, behind nothing of its own chat, and is told") {
  WebhookBot bot;
  bot.fake.say("7001", "một", bot.now);
  bot.fake.say("7001", "hai", bot.now);
  bot.address.failing = true;
  CHECK(bot.fake.deliver_webhooks(bot.address, bot.now) == 0);
  CHECK(bot.fake.attempts().size() == 1);
  CHECK(bot.fake.deliver_webhooks(bot.address, bot.now) == 0);
  CHECK(bot.fake.attempts().size() == 1);  // not due yet
  const ChannelHealth health = bot.telegram->check(bot.now);
  CHECK_FALSE(health.ok);
  CHECK(health.waiting == 2);
  CHECK_THAT(health.faults.at(0), Catch::Contains("500"));
  bot.address.failing = false;
  bot.pass(Elapsed::seconds(1));
  CHECK(bot.fake.deliver_webhooks(bot.address, bot.now) == 2);
  CHECK(bot.address.heard.at(0).text == "một");
}

TEST_CASE("a delivery that is repeated has the same key") {
  WebhookBot bot;
  bot.fake.say("7001", "một", bot.now);
  bot.fake.repeat_next_delivery();
  CHECK(bot.fake.deliver_webhooks(bot.address, bot.now) == 2);
  CHECK(bot.address.heard.at(0).key == bot.address.heard.at(1).key);
}

TEST_CASE("another secret at the platform than ours: nothing gets in, and updates die in a day") {
  WebhookBot bot;
  const auto stale = make_telegram(
      {std::string(FakeTelegram::k_base), std::string(FakeTelegram::k_token), "old"}, bot.http);
  REQUIRE(stale->prepare({true, "https://dondoc.example/telegram"}, bot.now));
  bot.fake.say("7001", "một", bot.now);
  CHECK(bot.fake.deliver_webhooks(bot.address, bot.now) == 0);
  CHECK(bot.address.heard.empty());
  CHECK(bot.fake.attempts().at(0).status == 401);
  bot.pass(Elapsed::hours(24));
  CHECK(bot.fake.deliver_webhooks(bot.address, bot.now) == 0);
  CHECK(bot.fake.waiting() == 0);
}

}  // namespace
}  // namespace dondoc::test
