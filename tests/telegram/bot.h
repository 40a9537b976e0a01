// A bot under test: the adapter, the fake platform behind it, and an HTTP client between them that
// holds every request against the published specification where that is present.
#pragma once

#include <catch2/catch.hpp>
#include <memory>
#include <string>
#include <vector>

#include "bots/telegram/telegram.h"
#include "tests/support/fake_telegram.h"
#include "tests/support/message_books.h"
#include "tests/telegram/spec_check.h"

namespace dondoc::test {

inline constexpr const char* k_secret = "webhook-secret_1";

/// Remembers what the specification does not allow.
class CheckedClient : public FakeClient {
 public:
  using FakeClient::FakeClient;
  tl::expected<HttpAnswer, HttpError> ask(const HttpRequest& request) override {
    for (std::string& problem : spec_problems(request)) problems.push_back(std::move(problem));
    return FakeClient::ask(request);
  }
  std::vector<std::string> problems;
};

struct Bot {
  Instant now{1'760'000'000'000};
  FakeTelegram fake;
  CheckedClient http{fake, now};
  std::unique_ptr<Telegram> telegram = make_telegram(
      {std::string(FakeTelegram::k_base), std::string(FakeTelegram::k_token), k_secret, books()},
      http);

  ~Bot() {
    for (const std::string& problem : http.problems) {
      INFO(problem);
      CHECK(problem.empty());
    }
  }

  void pass(Elapsed time) { now = now + time; }

  /// Polls and confirms.
  std::vector<Inbound> take() {
    Polled polled = telegram->poll(now);
    telegram->confirm();
    return polled.updates;
  }
  /// The only update there is.
  Inbound take_one() {
    std::vector<Inbound> updates = take();
    REQUIRE(updates.size() == 1);
    return updates[0];
  }

  SendOutcome send(const std::string& account, const std::string& text,
                   std::vector<OutgoingButton> buttons = {}, std::int64_t id = 0) {
    OutgoingMessage message;
    message.id = id;
    message.account = account;
    message.text = text;
    message.buttons = std::move(buttons);
    return telegram->send(message, now);
  }
};

/// A bot whose person 7001 has started it; nothing waits.
struct StartedBot : Bot {
  StartedBot() {
    REQUIRE(telegram->prepare({}, now));
    fake.start("7001", "", now);
    take();
    take();  // tells the platform that the first was taken
  }
};

/// Answers everything alike, for what the fake never says.
class ScriptedClient : public HttpClient {
 public:
  explicit ScriptedClient(std::string body, int status = 200) : body_(std::move(body)) {
    status_ = status;
  }
  tl::expected<HttpAnswer, HttpError> ask(const HttpRequest& request) override {
    asked.push_back(request);
    HttpAnswer answer;
    answer.status = status_;
    answer.body = body_;
    return answer;
  }
  std::vector<HttpRequest> asked;

 private:
  std::string body_;
  int status_ = 200;
};

inline std::unique_ptr<Telegram> bot_on(HttpClient& http) {
  return make_telegram(
      {std::string(FakeTelegram::k_base), std::string(FakeTelegram::k_token), k_secret}, http);
}

}  // namespace dondoc::test
