#include <algorithm>
#include <chrono>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <thread>

#include "tests/served/chats.h"
#include "tests/support/fake_telegram.h"
#include "tests/support/text_file.h"

namespace dondoc::test {
namespace {

/// Real time: how long the platform holds an empty poll.
constexpr int k_hold_ms = 200;

class TelegramChats : public Chats {
 public:
  explicit TelegramChats(Updates updates) : updates_(updates) { fake_.hold_polls(k_hold_ms); }
  std::string channel() const override { return "telegram"; }
  FakePlatform& platform() override { return fake_; }

  std::string configuration(const std::string& base, const std::string& folder,
                            Instant) override {
    write_text(folder + "/telegram-token", FakeTelegram::k_token);
    write_text(folder + "/telegram-secret", "secret-of-the-webhook");
    return nlohmann::json{{"enabled", true},
                          {"mode", updates_ == Updates::poll ? "poll" : "webhook"},
                          {"token_file", folder + "/telegram-token"},
                          {"webhook_secret_file", folder + "/telegram-secret"},
                          {"api_base", base}}
        .dump();
  }

  void join(const std::string& account, const std::string& code, Instant now) override {
    fake_.start(account, code, now);
  }
  void say(const std::string& account, const std::string& text, Instant now) override {
    fake_.say(account, text, now);
  }
  bool press(const std::string& account, const std::string& label, Instant now) override {
    const auto shown = fake_.chat(account);
    return std::any_of(shown.rbegin(), shown.rend(), [&](const FakeTelegram::Shown& message) {
      return fake_.press(account, account, message.id, label, now) != 0;
    });
  }
  void block(const std::string& account, Instant now) override { fake_.block(account, now); }

  std::vector<ChatLine> lines(const std::string& account) const override {
    std::vector<ChatLine> lines;
    for (const auto& shown : fake_.chat(account)) {
      if (shown.from_bot) lines.push_back({shown.at, shown.text});
    }
    return lines;
  }

  std::size_t deliver(HttpClient& client, Instant now) override {
    if (updates_ == Updates::webhook) return fake_.deliver_webhooks(client, now);
    if (!comes_true([&] { return fake_.waiting() == 0; }))
      throw std::runtime_error("the office does not poll");
    return 0;
  }
  void plan_faults(const ChanceOfFaults& faults) override {
    FakeTelegram::FaultPlan plan;
    plan.percent = faults.percent;
    plan.seed = faults.seed;
    fake_.plan_faults(plan);
  }

 private:
  const Updates updates_;
  FakeTelegram fake_;
};

}  // namespace

bool comes_true(const std::function<bool()>& what) {
  for (int tries = 0; tries < 12'000; ++tries) {
    if (what()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  return false;
}

std::unique_ptr<Chats> telegram_chats(Updates updates) {
  return std::make_unique<TelegramChats>(updates);
}

}  // namespace dondoc::test
