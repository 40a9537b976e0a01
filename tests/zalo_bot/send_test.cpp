#include <algorithm>
#include <catch2/catch.hpp>

#include "engine/text/vietnamese.h"
#include "tests/support/message_books.h"
#include "tests/zalo_bot/bot_under_test.h"

using namespace dondoc;
using dondoc::test::BotUnderTest;
using dondoc::test::ZaloBotFault;

namespace {

struct Row {
  ZaloBotFault fault;
  SendClass result;
  std::size_t arrived;
};

std::string lines(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += std::string(99, 'a') + "\n";
  return text;
}

}  // namespace

TEST_CASE("a text arrives as it is, with its buttons as typed words") {
  BotUnderTest t;
  t.known("u1");
  OutgoingMessage message;
  message.id = 5;
  message.account = "u1";
  message.text = "Kính gửi <b>đồng chí</b> *Lan*: [B20-07]";
  message.buttons = {{"Tiếp nhận", "ack:B20-07:5"}};
  message.book = test::books().vi;
  const SendOutcome outcome = t.bot.send(message, t.now);
  CHECK(outcome.result == SendClass::delivered);
  REQUIRE(t.fake.messages("u1").size() == 1);
  CHECK(outcome.platform_id == t.fake.messages("u1").front().id);
  CHECK(t.fake.messages("u1").front().text ==
        "Kính gửi <b>đồng chí</b> *Lan*: [B20-07]\n\nTrả lời bằng cách nhắn:\nTiếp nhận B20-07");
  // Plain text: no parse_mode, no styles.
  CHECK(t.fake.last_request("sendMessage").size() == 2);
}

TEST_CASE("the channel says what it can: texts of 2,000 UTF-16 units and nothing else") {
  BotUnderTest t;
  const Capabilities can = t.bot.capabilities();
  CHECK_FALSE(can.buttons);
  CHECK_FALSE(can.files);
  CHECK_FALSE(can.needs_window);
  CHECK(can.text_length == 2000);
  CHECK(can.unit == TextUnit::utf16);
  CHECK(static_cast<const Channel&>(t.bot).name() == "zalo_bot");
}

TEST_CASE("every failure has its class, and only what arrived has arrived") {
  const Row row = GENERATE(values<Row>({
      {ZaloBotFault::error_in_200, SendClass::retryable, 0},
      {ZaloBotFault::server_error, SendClass::retryable, 0},
      {ZaloBotFault::edge_down, SendClass::retryable, 0},
      {ZaloBotFault::no_connection, SendClass::retryable, 0},
      {ZaloBotFault::gateway_timeout, SendClass::unknown, 1},
      {ZaloBotFault::dropped_answer, SendClass::unknown, 1},
      {ZaloBotFault::odd_json, SendClass::unknown, 1},
      {ZaloBotFault::html, SendClass::auth_dead, 0},
      {ZaloBotFault::quota, SendClass::quota_exhausted, 0},
      {ZaloBotFault::quota_in_200, SendClass::quota_exhausted, 0},
      {ZaloBotFault::too_many, SendClass::deferred, 0},
      {ZaloBotFault::echo_of_request, SendClass::bad_request, 0},
  }));
  BotUnderTest t;
  t.known("u1");
  t.fake.fail_next(row.fault);
  const SendOutcome outcome = t.send("u1", "Kính gửi đồng chí");
  CAPTURE(static_cast<int>(row.fault), outcome.detail);
  CHECK(outcome.result == row.result);
  CHECK(outcome.platform_id.empty());
  CHECK_FALSE(outcome.detail.empty());
  CHECK(t.fake.messages("u1").size() == row.arrived);
}

TEST_CASE("a Retry-After is obeyed to the second") {
  BotUnderTest t;
  t.known("u1");
  t.fake.fail_next(ZaloBotFault::too_many);
  CHECK(t.send("u1", "A").retry_at == t.now + Elapsed::seconds(7));
}

TEST_CASE("who never wrote, has left or has blocked the bot is gone") {
  BotUnderTest t;
  CHECK(t.send("stranger", "A").result == SendClass::recipient_gone);
  t.known("u1");
  t.fake.block("u1");
  CHECK(t.send("u1", "A").result == SendClass::recipient_gone);
  t.known("u2");
  t.fake.delete_account("u2");
  CHECK(t.send("u2", "A").result == SendClass::recipient_gone);
}

TEST_CASE("a token that was reset stops the channel") {
  BotUnderTest t;
  t.known("u1");
  t.fake.reset_token("4112:another");
  CHECK(t.send("u1", "A").result == SendClass::auth_dead);
}

TEST_CASE("a wrong address in the configuration is a bad request that says what to check") {
  ZaloBotSettings settings = dondoc::test::settings_of_tests();
  settings.api_base = "http://127.0.0.1:9/elsewhere";
  struct NotFound : HttpClient {
    tl::expected<HttpAnswer, HttpError> ask(const HttpRequest&) override {
      return HttpAnswer{404, {}, "<html>404</html>"};
    }
  } http;
  ZaloBot bot(settings, http);
  OutgoingMessage message;
  message.account = "u1";
  message.text = "A";
  const SendOutcome outcome = bot.send(message, Instant{});
  CHECK(outcome.result == SendClass::bad_request);
  CHECK(outcome.detail.find("check api_base") != std::string::npos);
}

TEST_CASE("neither token nor text are ever told on, even when the platform repeats them") {
  BotUnderTest t;
  t.known("u1");
  t.fake.fail_next(ZaloBotFault::echo_of_request);
  const SendOutcome outcome = t.send("u1", "Nội dung riêng");
  CHECK(outcome.detail.find("Bad request") != std::string::npos);
  CHECK(outcome.detail.find(dondoc::test::k_token) == std::string::npos);
  CHECK(outcome.detail.find("Nội dung riêng") == std::string::npos);
}

TEST_CASE("a short text does not make the platform's words unreadable") {
  BotUnderTest t;
  t.known("u1");
  t.fake.fail_next(ZaloBotFault::quota);
  CHECK(t.send("u1", "4").detail == "429 Quota exceeded");
}

TEST_CASE("nothing to say, or to nobody, is our defect and is not sent") {
  BotUnderTest t;
  t.known("u1");
  CHECK(t.send("u1", " \n ").result == SendClass::bad_request);
  CHECK(t.send("", "A").result == SendClass::bad_request);
  CHECK(t.send("u1", lines(250)).result == SendClass::bad_request);
  CHECK(t.fake.calls("sendMessage") == 0);
}

TEST_CASE("a long text arrives in order, in messages that the platform takes") {
  BotUnderTest t;
  t.known("u1");
  const SendOutcome outcome = t.send("u1", lines(50));
  CHECK(outcome.result == SendClass::delivered);
  const auto messages = t.fake.messages("u1");
  REQUIRE(messages.size() == 3);
  CHECK(outcome.platform_id == messages.front().id);
  std::size_t letters = 0;
  for (const auto& message : messages) {
    CHECK(utf16_units(message.text) <= 2000);
    letters += static_cast<std::size_t>(std::count(message.text.begin(), message.text.end(), 'a'));
  }
  CHECK(letters == 50 * 99);
}

TEST_CASE("a text whose second message failed goes on with that one, not from the start") {
  BotUnderTest t;
  t.known("u1");
  // The first message passes.
  OutgoingMessage message;
  message.id = 9;
  message.account = "u1";
  message.text = lines(30);
  t.fake.set_quota(1);
  CHECK(t.bot.send(message, t.now).result == SendClass::quota_exhausted);
  CHECK(t.fake.messages("u1").size() == 1);
  t.fake.set_quota(3000);
  const SendOutcome outcome = t.bot.send(message, t.now);
  CHECK(outcome.result == SendClass::delivered);
  CHECK(t.fake.messages("u1").size() == 2);
  CHECK(outcome.platform_id == t.fake.messages("u1").front().id);
  // Done is done: the same id again is a repetition of the whole.
  CHECK(t.bot.send(message, t.now).result == SendClass::delivered);
  CHECK(t.fake.messages("u1").size() == 4);
}

TEST_CASE("another text under the same id begins anew") {
  BotUnderTest t;
  t.known("u1");
  t.fake.set_quota(1);
  CHECK(t.send("u1", lines(30), 9).result == SendClass::quota_exhausted);
  t.fake.set_quota(3000);
  CHECK(t.send("u1", "(Tin này có thể đã được gửi trước đó) " + lines(30), 9).result ==
        SendClass::delivered);
  CHECK(t.fake.messages("u1").size() == 3);
}
