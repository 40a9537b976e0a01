// The channel of the Zalo Bot Platform (chat-apis.md §4): plain texts and typed commands, by
// polling or webhook. No buttons, files, receipts or edits exist there; what buttons do is written
// under the text as words to type (typed_words.h).
//
// send may be called from several threads; what the Receiver and Upkeep ports say holds for the
// rest. What nobody has probed on the real platform: chat-apis.md §8.
#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bots/platform/parts_sent.h"
#include "bots/zalo_bot/call.h"
#include "engine/port/channel.h"
#include "engine/port/http_client.h"
#include "engine/port/receiver.h"
#include "engine/port/upkeep.h"

namespace dondoc {

struct ZaloBotSettings {
  std::string api_base = "https://bot-api.zaloplatforms.com";
  std::string token;           ///< "<bot_id>:<secret>"
  std::string webhook_secret;  ///< 8 to 256 characters; empty: webhooks are refused
  std::string display_name;    ///< as officers mention it in groups; "": as getMe tells
  std::vector<std::string> attachment_hosts = {"*.zdn.vn"};  ///< photos are taken from these alone
  std::int64_t messages_a_month = 3'000;  ///< of the free plan (chat-apis.md §4.4)
  std::size_t persons_at_most = 50;       ///< of the free plan
};

/// What the program knows of how much of the plan is used; the platform does not tell.
struct ZaloBotUsage {
  std::optional<std::size_t> bound_persons;
  /// Messages of this month by the outbox, those of earlier runs included.
  std::optional<std::int64_t> sent_this_month;
};

class ZaloBot : public Channel, public Receiver, public Upkeep {
 public:
  static constexpr std::size_t k_text_units = 2'000;  ///< UTF-16, of one message
  static constexpr std::size_t k_parts_most = 10;     ///< a longer text is a bad request

  ZaloBot(ZaloBotSettings settings, HttpClient& http);

  std::string_view name() const override { return "zalo_bot"; }

  // Channel
  Capabilities capabilities() const override;
  /// A long text goes out as several messages. When one of them fails for certain, the same
  /// message sent again goes on with that one, as long as the program runs.
  SendOutcome send(const OutgoingMessage& message, Instant now) override;

  // Receiver
  /// One update at most, and the platform forgets it at once (chat-apis.md §4.3): it must be made
  /// durable before anything else.
  Polled poll(Instant now) override;
  void confirm() override {}
  void pressed(const Inbound&) override {}
  void settled(const Inbound&, bool) override {}
  /// A photo, by its address, from `attachment_hosts` alone.
  Result<std::string> download(const InboundFile& file, std::size_t most_bytes) override;
  /// 401 wrong or missing secret, 413 too large, 415 not JSON by its header, 400 not readable; 200
  /// without updates for what is readable and nothing to us.
  WebhookReading read_webhook(const WebhookCall& call, Instant now) const override;

  // Upkeep
  Result<void> prepare(const ReceivePlan& plan, Instant now) override;
  /// Tokens do not age here (chat-apis.md §4.1).
  std::optional<Instant> tend(Instant) override { return std::nullopt; }
  ChannelHealth check(Instant now) override;

  /// From the directory and the outbox, at start and when they have changed; for check().
  void set_usage(const ZaloBotUsage& usage, Instant now);

 private:
  /// Requires: mutex_ is held.
  void turn_month(Instant now);
  void count_send(SendClass result, Instant now);
  void learn_names(const zalo_bot::CallResult& me);
  std::vector<std::string> names() const;
  void tell_webhook(ChannelHealth& health);
  void tell_quota(ChannelHealth& health, Instant now);

  const ZaloBotSettings settings_;
  HttpClient& http_;
  const zalo_bot::Api api_;
  PartsSent sent_parts_;
  int failed_polls_ = 0;  ///< in a row; used by poll alone

  mutable std::mutex mutex_;
  // protected by mutex_
  std::vector<std::string> names_;  ///< of the bot, as getMe tells
  std::optional<ReceivePlan> plan_;
  std::optional<std::size_t> persons_;
  std::int32_t month_ = 0;  ///< 12 times the year and the month, in Việt Nam
  std::int64_t sent_ = 0;   ///< in that month
  bool exhausted_ = false;  ///< the platform said so in that month
};

}  // namespace dondoc
