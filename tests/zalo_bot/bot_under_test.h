// The adapter on a fake platform, with a time that the test sets.
#pragma once

#include <string>
#include <utility>

#include "bots/zalo_bot/zalo_bot.h"
#include "tests/support/fake_zalo_bot.h"
#include "tests/support/message_books.h"

namespace dondoc::test {

inline const std::string k_token = "4112:TEST-token";
inline const std::string k_secret = "a-secret-of-tests";

inline ZaloBotSettings settings_of_tests() {
  ZaloBotSettings settings;
  settings.api_base = "http://127.0.0.1:9/";
  settings.token = k_token;
  settings.webhook_secret = k_secret;
  return settings;
}

struct BotUnderTest {
  FakeZaloBot fake{k_token};
  Instant now = parse_instant("2023-11-13T08:00:00", Zone::viet_nam()).value();
  FakeClient client{fake, now};
  ZaloBot bot;

  explicit BotUnderTest(ZaloBotSettings settings = settings_of_tests())
      : bot(std::move(settings), client) {}

  /// A person who has written to the bot before, without anything waiting.
  void known(const std::string& person) {
    fake.say(person, "xin chào", now);
    while (fake.waiting() > 0) bot.poll(now);
  }
  SendOutcome send(const std::string& person, const std::string& text, std::int64_t id = 1) {
    OutgoingMessage message;
    message.id = id;
    message.account = person;
    message.text = text;
    message.book = books().vi;
    return bot.send(message, now);
  }
};

}  // namespace dondoc::test
