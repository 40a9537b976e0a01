#include "bots/telegram/telegram.h"

#include <fmt/format.h>

#include <mutex>
#include <utility>

#include "bots/telegram/api_call.h"
#include "bots/telegram/download.h"
#include "bots/telegram/polling.h"
#include "bots/telegram/press.h"
#include "bots/telegram/registration.h"
#include "bots/telegram/send.h"
#include "bots/telegram/webhook.h"

namespace dondoc {
namespace {

class TelegramBot final : public Telegram {
 public:
  TelegramBot(TelegramSettings settings, HttpClient& http)
      : api_(std::move(settings.api_base), std::move(settings.token), http),
        webhook_secret_(std::move(settings.webhook_secret)),
        books_(settings.books),
        sender_(api_),
        poller_(api_) {}

  std::string_view name() const override { return "telegram"; }
  TelegramDefects defects() const override {
    return {sender_.buttons_dropped(), sender_.sent_plain()};
  }

  Capabilities capabilities() const override {
    return {true, true, false, telegram::k_text_units, TextUnit::utf16};
  }
  SendOutcome send(const OutgoingMessage& message, Instant now) override {
    return sender_.send(message, now);
  }

  Polled poll(Instant now) override { return poller_.poll(bot_name(), now); }
  void confirm() override { poller_.confirm(); }
  void pressed(const Inbound& press) override { telegram::answer_press(api_, press, books_); }
  void settled(const Inbound& press, bool took_effect) override {
    if (took_effect) telegram::take_buttons_away(api_, press);
  }
  Result<std::string> download(const InboundFile& file, std::size_t most_bytes) override {
    return telegram::download_file(api_, file, most_bytes);
  }
  WebhookReading read_webhook(const WebhookCall& call, Instant now) const override {
    return telegram::read_webhook_call(call, webhook_secret_, bot_name(), now);
  }

  Result<void> prepare(const ReceivePlan& plan, Instant) override {
    auto name = telegram::register_bot(api_, plan, webhook_secret_, books_);
    if (!name) return tl::unexpected<Error>(name.error());
    const std::lock_guard lock(mutex_);
    bot_name_ = std::move(*name);
    return {};
  }
  std::optional<Instant> tend(Instant) override { return std::nullopt; }
  ChannelHealth check(Instant) override {
    ChannelHealth health = telegram::inspect_bot(api_);
    note_defects(health);
    return health;
  }

 private:
  std::string bot_name() const {
    const std::lock_guard lock(mutex_);
    return bot_name_;
  }

  void note_defects(ChannelHealth& health) const {
    const TelegramDefects found = defects();
    if (found.buttons_dropped > 0) {
      health.faults.push_back(fmt::format(
          "{} buttons were left out: label empty, or payload not 1 to 64 bytes; report this defect",
          found.buttons_dropped));
    }
    if (found.sent_plain > 0) {
      health.faults.push_back(fmt::format(
          "{} texts were refused as HTML and sent plain; report this defect", found.sent_plain));
    }
    health.ok = health.ok && health.faults.empty();
  }

  const telegram::ApiCall api_;
  const std::string webhook_secret_;
  const MessageBooks books_;
  telegram::Sender sender_;
  telegram::Poller poller_;
  mutable std::mutex mutex_;
  std::string bot_name_;  ///< protected by mutex_; empty before prepare
};

}  // namespace

std::unique_ptr<Telegram> make_telegram(TelegramSettings settings, HttpClient& http) {
  return std::make_unique<TelegramBot>(std::move(settings), http);
}

}  // namespace dondoc
