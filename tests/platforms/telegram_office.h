// An office that speaks Telegram: the running program's parts over a fake platform, a store in
// memory and a clock that moves when told. Webhooks are brought by hand, so that nothing depends on
// how fast threads are.
#pragma once

#include <atomic>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "app/channel_set.h"
#include "app/clock.h"
#include "app/memory_store.h"
#include "app/receiving.h"
#include "app/runtime.h"
#include "bots/talk/talk.h"
#include "bots/telegram/telegram.h"
#include "engine/command/invitation.h"
#include "tests/support/fake_telegram.h"
#include "tests/support/office.h"

namespace dondoc::test {

/// Asks the fake at the time of a clock.
class ClockedClient : public HttpClient {
 public:
  ClockedClient(FakePlatform& platform, const Clock& clock) : platform_(platform), clock_(clock) {}
  tl::expected<HttpAnswer, HttpError> ask(const HttpRequest& request) override {
    if (refuse_and_repeat_) return refusal_of(request);
    return platform_.answer(request, clock_.now());
  }

  /// From now on the platform refuses everything and repeats in its description what it was asked,
  /// every second time with the address, which holds the token.
  void refuse_and_repeat(bool on) { refuse_and_repeat_ = on; }

 private:
  HttpAnswer refusal_of(const HttpRequest& request) {
    HttpAnswer answer;
    answer.status = 400;
    answer.headers = {{"Content-Type", "application/json"}};
    const std::string address = ++refusals_ % 2 == 0 ? request.url + " " : "";
    const std::string said = "Bad Request: " + address + request.body;
    answer.body = nlohmann::json{{"ok", false}, {"error_code", 400}, {"description", said}}.dump();
    return answer;
  }

  FakePlatform& platform_;
  const Clock& clock_;
  std::atomic<bool> refuse_and_repeat_ = false;
  std::atomic<int> refusals_ = 0;
};

class OneChannel : public ChannelSet {
 public:
  explicit OneChannel(Telegram& telegram) {
    all_.push_back({"telegram",
                    &telegram,
                    &telegram,
                    &telegram,
                    {true, "https://dondoc.test/webhook/telegram"},
                    {},
                    2});
  }
};

/// What the platform calls.
class WebhookDoor : public HttpClient {
 public:
  WebhookDoor(Receiving& receiving, const ConnectedChannel& channel)
      : receiving_(receiving), channel_(channel) {}
  tl::expected<HttpAnswer, HttpError> ask(const HttpRequest& request) override {
    WebhookCall call;
    call.headers = request.headers;
    call.headers.push_back({"Content-Type", request.content_type});
    call.body = request.body;
    HttpAnswer answer;
    answer.status = receiving_.hear_webhook(channel_, call);
    return answer;
  }

 private:
  Receiving& receiving_;
  const ConnectedChannel& channel_;
};

class TelegramOffice {
 public:
  static constexpr std::string_view k_secret = "secret-of-the-webhook";

  explicit TelegramOffice(const std::string& start, Tell tell = tell_nobody)
      : clock_(at(start)), tell_(std::move(tell)) {
    must(runtime_.start());
    if (!receiving_.start().empty()) throw std::runtime_error("not prepared");
  }

  void command(const std::string& by, CommandBody body) {
    const auto answer = runtime_.ask(Command{by, "", std::move(body)});
    if (!answer || answer->kind != AnswerKind::done)
      throw std::runtime_error(answer ? answer->refusal.why.id : answer.error().message);
  }

  /// Invites the person and follows the link from a new account.
  void bind(const std::string& person, const std::string& account) {
    const std::string code = "ACDE" + std::to_string(3'000 + ++codes_ * 7 % 6'000);
    std::string typed = code;
    for (char& c : typed) {
      if (k_invitation_letters.find(c) == std::string_view::npos) c = '9';
    }
    command(std::string(k_administrator), Invite{person, "", invitation_hash(typed)});
    fake.start(account, typed, clock_.now());
    settle();
  }

  void say(const std::string& account, const std::string& text) {
    fake.say(account, text, clock_.now());
    settle();
  }

  /// Brings what waits, and lets the answers go out.
  void settle() {
    while (fake.deliver_webhooks(door_, clock_.now()) > 0) {
    }
    must(runtime_.move_clock(clock_.now()));
  }

  void run_to(const std::string& when) {
    must(runtime_.move_clock(at(when)));
    settle();
  }

  bool saw(const std::string& account, const std::string& words) const {
    for (const auto& shown : fake.chat(account)) {
      if (shown.from_bot && shown.text.find(words) != std::string::npos) return true;
    }
    return false;
  }

  Runtime& runtime() { return runtime_; }
  Receiving& receiving() { return receiving_; }
  const ChannelSet& channels() const { return channels_; }
  ClockedClient& http() { return http_; }

  FakeTelegram fake;
  MemoryStore store;

 private:
  template <class T>
  static void must(const Result<T>& result) {
    if (!result) throw std::runtime_error(result.error().message);
  }

  VirtualClock clock_;
  const Tell tell_;
  std::unique_ptr<Interpreter> talk_ = make_talk();
  ClockedClient http_{fake, clock_};
  std::unique_ptr<Telegram> telegram_ =
      make_telegram({std::string(FakeTelegram::k_base), std::string(FakeTelegram::k_token),
                     std::string(k_secret)},
                    http_);
  OneChannel channels_{*telegram_};
  Runtime runtime_{Runtime::Parts{definitions(), Zone::viet_nam(), store, talk_.get(), clock_,
                                  &clock_, channels_.outlets(), tell_}};
  Receiving receiving_{runtime_, channels_, tell_};
  WebhookDoor door_{receiving_, channels_.all().front()};
  int codes_ = 0;
};

}  // namespace dondoc::test
