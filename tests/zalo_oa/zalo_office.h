// An office with a Zalo Official Account at the fake platform, for tests.
#pragma once

#include <atomic>
#include <map>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "bots/zalo_oa/zalo_oa.h"
#include "tests/support/fake_zalo_oa.h"
#include "tests/support/message_books.h"

namespace dondoc::test {

/// 15:53 in Việt Nam, a working day.
inline constexpr Instant k_afternoon{1'760'000'000'500};
inline const std::string k_lan = "7770001112223334441";

class MemoryVault : public Vault {
 public:
  Result<std::optional<std::string>> load(std::string_view name) override {
    const std::lock_guard lock(mutex_);
    if (broken_) return failure(ErrorKind::transient, "disk gone");
    auto found = kept_.find(std::string(name));
    if (found == kept_.end()) return std::optional<std::string>();
    return std::optional<std::string>(found->second);
  }
  Result<void> save(std::string_view name, const std::string& secret) override {
    const std::lock_guard lock(mutex_);
    if (saves_left_ == 0) return failure(ErrorKind::transient, "disk full");
    if (saves_left_ > 0) --saves_left_;
    kept_[std::string(name)] = secret;
    return {};
  }
  /// Negative: any number.
  void allow_saves(int count) {
    const std::lock_guard lock(mutex_);
    saves_left_ = count;
  }
  void break_reading(bool yes) {
    const std::lock_guard lock(mutex_);
    broken_ = yes;
  }
  std::string text() const {
    const std::lock_guard lock(mutex_);
    auto found = kept_.find("zalo_oa.tokens");
    return found == kept_.end() ? std::string() : found->second;
  }

 private:
  mutable std::mutex mutex_;
  std::map<std::string, std::string> kept_;
  int saves_left_ = -1;
  bool broken_ = false;
};

inline std::vector<ZaloTemplate> test_templates() {
  ZaloTemplate form;
  form.id = "200001";
  form.messages = {"M-02"};
  form.parameters = {{"ten", "{xh} {ten}", 30, false}, {"viec", "{viec}", 20, true}};
  return {form};
}

struct ZaloOffice {
  Instant now = k_afternoon;
  FakeZaloOa platform;
  FakeClient client{platform, now};
  MemoryVault vault;
  ZaloOaSettings settings;
  std::unique_ptr<ZaloOa> channel;

  explicit ZaloOffice(FakeZaloOaSettings fake = {}) : platform(std::move(fake)) {
    settings.app_id = "1234567890123456789";
    settings.app_secret = "AppSecretForTests";
    settings.oa_secret = "OaSecretForTests01";
    settings.refresh_token = platform.mint_refresh_token(now);
    settings.templates = test_templates();
    platform.approve_template("200001", {{"ten", 30}, {"viec", 20}});
    platform.follow(k_lan, now);
    platform.lose_deliveries();
    start();
  }

  /// As after a crash or a restart: only the vault is left.
  void start() { channel = std::make_unique<ZaloOa>(settings, client, vault); }
  void pass(Elapsed time) { now = now + time; }

  OutgoingMessage message(const std::string& text) const {
    OutgoingMessage message;
    message.id = 7;
    message.account = k_lan;
    message.text = text;
    message.message = "M-02";
    message.facts = {{"xh", "chị"}, {"ten", "Lan"}, {"viec", "Báo cáo tháng"}};
    message.last_heard = now;
    message.book = books().vi;
    return message;
  }
  SendOutcome send(const OutgoingMessage& message) { return channel->send(message, now); }
  SendOutcome send_text(const std::string& text) { return send(message(text)); }

  WebhookReading hear(const HttpRequest& request) const {
    return channel->read_webhook({request.headers, request.body}, now);
  }
  std::string faults() {
    std::string all;
    for (const std::string& fault : channel->check(now).faults) all += fault + "\n";
    return all;
  }
};

inline bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace dondoc::test
