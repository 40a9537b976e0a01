// ZaloBot as Upkeep: identity, webhook, what is left of the plan.
#include "bots/zalo_bot/zalo_bot.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

namespace dondoc {
namespace {

using zalo_bot::CallEnd;
using zalo_bot::CallResult;

constexpr Elapsed k_upkeep_timeout = Elapsed::seconds(15);
constexpr std::size_t k_secret_least = 8;  // chat-apis.md §4.2
constexpr std::size_t k_secret_most = 256;
constexpr std::size_t k_persons_left_to_warn = 5;  // at 45 of 50
constexpr std::int64_t k_share_left_to_warn = 10;  // a tenth of the month's messages

const nlohmann::json k_nothing = nlohmann::json::object();

Error error_of(std::string_view what, const CallResult& call) {
  bool later = call.end == CallEnd::not_sent || call.end == CallEnd::no_answer;
  if (call.end == CallEnd::refused)
    later = call.code >= 500 || call.code == 408 || call.code == 429;
  return {later ? ErrorKind::transient : ErrorKind::permanent,
          fmt::format("Zalo Bot, {}: {}", what, call.detail)};
}

/// The webhook as the platform knows it; empty: none, which it says with 404.
Result<std::string> webhook_of(const CallResult& info) {
  if (info.end == CallEnd::ok) return info.result["url"].text();
  if (info.end == CallEnd::refused && info.code == 404) return std::string();
  return tl::unexpected(error_of("getWebhookInfo", info));
}

/// Newer documentation: the address is kept even when the platform could not reach it.
std::optional<std::string> unreachable(const CallResult& set) {
  const JsonTree verification = set.result["verification"];
  if (!verification["ok"].is_false()) return std::nullopt;
  return verification["outcome"].text();
}

std::int32_t month_of(Instant now) {
  const LocalDate day = Zone::viet_nam().date_of(now);
  return day.year() * 12 + static_cast<std::int32_t>(day.month());
}

}  // namespace

ZaloBot::ZaloBot(ZaloBotSettings settings, HttpClient& http)
    : settings_(std::move(settings)),
      http_(http),
      api_(http, settings_.api_base, settings_.token, settings_.webhook_secret) {}

Result<void> ZaloBot::prepare(const ReceivePlan& plan, Instant) {
  const CallResult me = api_.call("getMe", k_nothing, k_upkeep_timeout);
  if (me.end != CallEnd::ok) return tl::unexpected(error_of("getMe", me));
  learn_names(me);
  {
    const std::lock_guard lock(mutex_);
    plan_ = plan;
  }
  if (!plan.webhook) {
    const auto url = webhook_of(api_.call("getWebhookInfo", k_nothing, k_upkeep_timeout));
    if (url && url->empty()) return {};
    const CallResult gone = api_.call("deleteWebhook", k_nothing, k_upkeep_timeout);
    if (gone.end == CallEnd::ok || gone.code == 404) return {};
    return tl::unexpected(error_of("deleteWebhook", gone));
  }
  const std::size_t length = settings_.webhook_secret.size();
  if (length < k_secret_least || length > k_secret_most)
    return failure(ErrorKind::permanent,
                   fmt::format("Zalo Bot: the webhook's secret must have {} to {} characters",
                               k_secret_least, k_secret_most));
  const CallResult set =
      api_.call("setWebhook", {{"url", plan.address}, {"secret_token", settings_.webhook_secret}},
                k_upkeep_timeout);
  if (set.end != CallEnd::ok) return tl::unexpected(error_of("setWebhook", set));
  if (const auto outcome = unreachable(set))
    return failure(ErrorKind::transient,
                   fmt::format("Zalo Bot keeps the webhook but could not reach it ({}): check "
                               "public_url, certificate and firewall",
                               outcome->substr(0, 40)));
  return {};
}

void ZaloBot::learn_names(const CallResult& me) {
  std::vector<std::string> names = {settings_.display_name};
  for (const char* field : {"display_name", "account_name"})
    names.push_back(me.result[field].text());
  std::erase(names, "");
  const std::lock_guard lock(mutex_);
  names_ = std::move(names);
}

std::vector<std::string> ZaloBot::names() const {
  const std::lock_guard lock(mutex_);
  return names_.empty() && !settings_.display_name.empty()
             ? std::vector<std::string>{settings_.display_name}
             : names_;
}

ChannelHealth ZaloBot::check(Instant now) {
  ChannelHealth health;
  const CallResult me = api_.call("getMe", k_nothing, k_upkeep_timeout);
  health.ok = me.end == CallEnd::ok;
  if (health.ok) {
    learn_names(me);
    health.identity = me.result["account_name"].text();
    tell_webhook(health);
  } else {
    const bool refused = zalo_bot::send_class_of(me) == SendClass::auth_dead;
    health.faults.push_back(
        error_of("getMe", me).message +
        (refused ? "; make a new token in Zalo Bot Manager and put it into token_file" : ""));
  }
  tell_quota(health, now);
  return health;
}

void ZaloBot::tell_webhook(ChannelHealth& health) {
  const auto url = webhook_of(api_.call("getWebhookInfo", k_nothing, k_upkeep_timeout));
  if (!url) {
    health.faults.push_back(url.error().message);
    return;
  }
  health.webhook = *url;
  const std::lock_guard lock(mutex_);
  if (!plan_) return;
  if (!plan_->webhook && !url->empty())
    health.faults.emplace_back(
        "a webhook is registered, so polling gets nothing; another program uses this token, or "
        "restart to remove it");
  if (plan_->webhook && *url != plan_->address)
    health.faults.emplace_back(
        "the registered webhook is not ours; another program uses this token, or restart to set "
        "it again");
}

void ZaloBot::tell_quota(ChannelHealth& health, Instant now) {
  const std::lock_guard lock(mutex_);
  turn_month(now);
  const std::int64_t left =
      exhausted_ ? 0 : std::max<std::int64_t>(0, settings_.messages_a_month - sent_);
  health.quota_left = left;
  if (exhausted_) {
    health.ok = false;
    health.faults.emplace_back(
        "the month's messages are used up: other channels are used until next month, or buy a "
        "larger plan");
  } else if (left <= settings_.messages_a_month / k_share_left_to_warn) {
    health.faults.push_back(fmt::format(
        "{} of {} messages of this month are left: move officers to another channel, or buy a "
        "larger plan",
        left, settings_.messages_a_month));
  }
  if (persons_ && *persons_ + k_persons_left_to_warn >= settings_.persons_at_most)
    health.faults.push_back(fmt::format(
        "{} of at most {} persons are bound: further ones need an Official Account or another "
        "channel",
        *persons_, settings_.persons_at_most));
}

void ZaloBot::set_usage(const ZaloBotUsage& usage, Instant now) {
  const std::lock_guard lock(mutex_);
  turn_month(now);
  if (usage.bound_persons) persons_ = usage.bound_persons;
  // Our own count knows the parts of long texts, the outbox knows earlier runs.
  if (usage.sent_this_month) sent_ = std::max(sent_, *usage.sent_this_month);
}

void ZaloBot::turn_month(Instant now) {
  const std::int32_t month = month_of(now);
  if (month <= month_) return;
  month_ = month;
  sent_ = 0;
  exhausted_ = false;
}

}  // namespace dondoc
