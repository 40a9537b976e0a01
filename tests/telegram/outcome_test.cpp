// What an answer of the platform means for a message (chat-apis.md §2.6, §7).
#include "tests/telegram/bot.h"

namespace dondoc::test {
namespace {

using FaultKind = FakeTelegram::FaultKind;

/// The class of one send that fails so, and whether the person has the message.
std::pair<SendClass, bool> sent_with(FaultKind kind) {
  StartedBot bot;
  bot.fake.fail_next(kind, "sendMessage");
  const SendOutcome outcome = bot.send("7001", "Lan ơi, đến hạn");
  INFO(outcome.detail);
  CHECK(outcome.detail.find("Lan") == std::string::npos);
  CHECK(outcome.detail.find(FakeTelegram::k_token) == std::string::npos);
  return {outcome.result, bot.fake.chat("7001").size() == 2};
}

using Fate = std::pair<SendClass, bool>;

TEST_CASE("what certainly failed may be sent again") {
  CHECK(sent_with(FaultKind::not_sent) == Fate{SendClass::retryable, false});
  CHECK(sent_with(FaultKind::internal_error) == Fate{SendClass::retryable, false});
  CHECK(sent_with(FaultKind::restarting) == Fate{SendClass::retryable, false});
  CHECK(sent_with(FaultKind::bad_gateway) == Fate{SendClass::retryable, false});
}

TEST_CASE("what may have arrived is unknown, whether it did or not") {
  CHECK(sent_with(FaultKind::lost_request) == Fate{SendClass::unknown, false});
  CHECK(sent_with(FaultKind::lost_answer) == Fate{SendClass::unknown, true});
  CHECK(sent_with(FaultKind::gateway_timeout) == Fate{SendClass::unknown, true});
  CHECK(sent_with(FaultKind::cut_short) == Fate{SendClass::unknown, true});
}

TEST_CASE("a page of something in between is no word of the platform, whatever its status") {
  CHECK(sent_with(FaultKind::page) == Fate{SendClass::retryable, false});
  CHECK(sent_with(FaultKind::forbidden_page) == Fate{SendClass::retryable, false});
}

TEST_CASE("a revoked token stops the channel") {
  CHECK(sent_with(FaultKind::unauthorized) == Fate{SendClass::auth_dead, false});
}

TEST_CASE("a token of the wrong form stops the channel") {
  Bot bot;
  for (const char* token : {"9999:WRONG", "no-token-at-all"}) {
    const auto other = make_telegram({std::string(FakeTelegram::k_base), token, ""}, bot.http);
    OutgoingMessage message;
    message.account = "7001";
    message.text = "x";
    CHECK(other->send(message, bot.now).result == SendClass::auth_dead);
    CHECK(other->poll(bot.now).state == PollState::auth_dead);
  }
}

TEST_CASE("too many requests: not before the time told, and it says that the whole bot waits") {
  StartedBot bot;
  bot.fake.fail_next(FaultKind::too_many, "sendMessage", 1, 37);
  const SendOutcome outcome = bot.send("7001", "x");
  CHECK(outcome.result == SendClass::deferred);
  CHECK(outcome.retry_at == bot.now + Elapsed::seconds(37));
  CHECK(outcome.detail == "429 Too Many Requests: retry after 37");
  CHECK(outcome.pauses_channel);
}

TEST_CASE("too many requests without a time waits all the same") {
  ScriptedClient http(R"({"ok":false,"error_code":429,"description":"Too Many Requests"})", 429);
  OutgoingMessage message;
  message.account = "7001";
  message.text = "x";
  const Instant now{1'000'000};
  const SendOutcome outcome = bot_on(http)->send(message, now);
  CHECK(outcome.result == SendClass::deferred);
  CHECK(outcome.retry_at > now);
}

TEST_CASE("the rates of the platform: one a second to a chat, thirty a second in all") {
  StartedBot bot;
  bot.fake.limit_rates(true);
  CHECK(bot.send("7001", "1").result == SendClass::delivered);
  CHECK(bot.send("7001", "2").result == SendClass::deferred);
  for (int i = 0; i < 29; ++i) {
    const std::string account = std::to_string(8000 + i);
    bot.fake.start(account, "", bot.now);
    CHECK(bot.send(account, "x").result == SendClass::delivered);
  }
  bot.fake.start("9000", "", bot.now);
  CHECK(bot.send("9000", "x").result == SendClass::deferred);
  bot.pass(Elapsed::seconds(1));
  CHECK(bot.send("9000", "x").result == SendClass::delivered);
  CHECK(bot.fake.refused_by_rate() == 2);
}

TEST_CASE("a person who cannot be reached: blocked, deleted, never started, unknown") {
  StartedBot bot;
  bot.fake.block("7001", bot.now);
  bot.fake.know("7002");
  bot.fake.start("7003", "", bot.now);
  bot.fake.delete_account("7003");
  bot.fake.make_group("-50");
  bot.fake.remove_bot_from("-50");
  for (const char* account : {"7001", "7002", "7003", "7999", "-50", "no-number"}) {
    INFO(account);
    const SendOutcome outcome = bot.send(account, "x");
    CHECK(outcome.result == SendClass::recipient_gone);
    CHECK_FALSE(outcome.detail.empty());
    CHECK(outcome.new_account.empty());
  }
  bot.fake.unblock("7001", bot.now);
  CHECK(bot.send("7001", "x").result == SendClass::delivered);
}

TEST_CASE("a group that has moved gets the message under its new id, and the id is told") {
  StartedBot bot;
  bot.fake.make_group("-50");
  bot.fake.upgrade_group("-50", "-1001234567890123", bot.now);
  const SendOutcome outcome = bot.send("-50", "Thông báo");
  CHECK(outcome.result == SendClass::delivered);
  CHECK(outcome.new_account == "-1001234567890123");
  CHECK(bot.fake.newest("-1001234567890123").text == "Thông báo");
}

TEST_CASE("a file into a group that has moved follows it too") {
  StartedBot bot;
  bot.fake.make_group("-50");
  bot.fake.upgrade_group("-50", "-1001234567890123", bot.now);
  OutgoingMessage message;
  message.account = "-50";
  message.files = {{"a.txt", "text/plain", "x"}};
  CHECK(bot.telegram->send(message, bot.now).new_account == "-1001234567890123");
  CHECK(bot.fake.newest("-1001234567890123").file == "x");
}

TEST_CASE("a platform that sends a group on for ever is followed once") {
  ScriptedClient http(
      R"({"ok":false,"error_code":400,"description":"Bad Request: group chat was upgraded to a )"
      R"(supergroup chat","parameters":{"migrate_to_chat_id":-1002}})",
      400);
  OutgoingMessage message;
  message.account = "-50";
  message.text = "x";
  const SendOutcome outcome = bot_on(http)->send(message, {});
  CHECK(http.asked.size() == 2);
  CHECK(outcome.result == SendClass::bad_request);
  CHECK(outcome.new_account == "-1002");
}

TEST_CASE("a text refused as HTML is sent plain, once, and counted as our defect") {
  StartedBot bot;
  bot.fake.fail_next(FaultKind::cannot_parse, "sendMessage");
  CHECK(bot.send("7001", "Số liệu\n\n5 < 6 & 7", {{"Tiếp nhận", "ack:B1:n"}}).result ==
        SendClass::delivered);
  CHECK(bot.fake.newest("7001").text == "Số liệu\n\n5 < 6 & 7");
  CHECK(bot.fake.newest("7001").bold.empty());
  CHECK(bot.fake.newest("7001").rows.size() == 1);
  CHECK(bot.telegram->defects().sent_plain == 1);

  bot.fake.fail_next(FaultKind::cannot_parse, "sendMessage", 2);
  const SendOutcome twice = bot.send("7001", "x");
  CHECK(twice.result == SendClass::bad_request);
  CHECK(twice.detail == "400 Bad Request: can't parse entities");  // the rest quotes the text
}

SendClass class_of(int code, const std::string& description) {
  ScriptedClient http(R"({"ok":false,"error_code":)" + std::to_string(code) +
                          R"(,"description":")" + description + R"("})",
                      code);
  OutgoingMessage message;
  message.account = "7001";
  message.text = "x";
  return bot_on(http)->send(message, {}).result;
}

TEST_CASE("codes that the fake never says") {
  CHECK(class_of(400, "Bad Request: message is not modified: the same") == SendClass::delivered);
  CHECK(class_of(400, "Bad Request: BUTTON_DATA_INVALID") == SendClass::bad_request);
  CHECK(class_of(400, "Bad Request: message is too long") == SendClass::bad_request);
  CHECK(class_of(400, "Bad Request: something new") == SendClass::bad_request);
  CHECK(class_of(404, "Not Found: method not found") == SendClass::auth_dead);
  CHECK(class_of(413, "Request Entity Too Large") == SendClass::bad_request);
  CHECK(class_of(421, "Misdirected Request") == SendClass::retryable);
  CHECK(class_of(504, "Gateway Timeout") == SendClass::unknown);
}

TEST_CASE("a platform that repeats the token does not make us repeat it") {
  ScriptedClient http(R"({"ok":false,"error_code":400,"description":"Bad Request: /bot)" +
                          std::string(FakeTelegram::k_token) + R"(/x"})",
                      400);
  OutgoingMessage message;
  message.account = "7001";
  message.text = "x";
  CHECK(bot_on(http)->send(message, {}).detail.find("TEST-token") == std::string::npos);
}

TEST_CASE("an answer of success without a message is a success") {
  for (const char* body : {R"({"ok":true,"result":null})", R"({"ok":true})",
                           R"({"ok":true,"result":{"message_id":"x"}})"}) {
    ScriptedClient http(body);
    OutgoingMessage message;
    message.account = "7001";
    message.text = "x";
    const SendOutcome outcome = bot_on(http)->send(message, {});
    CHECK(outcome.result == SendClass::delivered);
    CHECK(outcome.platform_id.empty());
  }
}

}  // namespace
}  // namespace dondoc::test
