// ZaloBot as a Receiver: updates in, by polling or webhook.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "bots/platform/attachment.h"
#include "bots/platform/webhook_header.h"
#include "bots/zalo_bot/read_update.h"
#include "bots/zalo_bot/zalo_bot.h"
#include "engine/limits.h"
#include "engine/text/constant_time.h"

namespace dondoc {
namespace {

using zalo_bot::CallEnd;
using zalo_bot::CallResult;

constexpr int k_poll_s = 30;
constexpr Elapsed k_poll_timeout = Elapsed::seconds(k_poll_s + 5);
constexpr Elapsed k_after_no_news{
    250};  // should an edge answer with nothing at once, again and again
constexpr Elapsed k_after_conflict = Elapsed::seconds(30);
constexpr Elapsed k_after_failure = Elapsed::seconds(5);  // doubled with each further one
constexpr Elapsed k_longest_wait = Elapsed::minutes(2);
constexpr std::string_view k_secret_header = "X-Bot-Api-Secret-Token";

WebhookReading refused(int status, std::string reason) {
  WebhookReading reading;
  reading.status = status;
  reading.reason = std::move(reason);
  return reading;
}

/// A webhook is registered somewhere: polling gets nothing (chat-apis.md §4.3; the code is not
/// documented).
bool is_conflict(const CallResult& call) {
  return call.end == CallEnd::refused &&
         (call.code == 409 || (call.code == 400 && call.says("webhook")));
}

PollState state_of(const CallResult& call) {
  if (call.end == CallEnd::ok) return PollState::taken;
  if (call.end == CallEnd::refused && call.code == 408) return PollState::taken;
  if (call.end == CallEnd::no_json) return PollState::auth_dead;
  if (call.end == CallEnd::refused && call.code == 401) return PollState::auth_dead;
  return is_conflict(call) ? PollState::conflict : PollState::failed;
}

}  // namespace

Polled ZaloBot::poll(Instant now) {
  // As a text: the table says so and the one independent client does so (chat-apis.md §4.2).
  const nlohmann::json parameters = {{"timeout", std::to_string(k_poll_s)}};
  const CallResult call = api_.call("getUpdates", parameters, k_poll_timeout);
  Polled polled;
  polled.state = state_of(call);
  failed_polls_ = polled.state == PollState::failed ? std::min(failed_polls_ + 1, 10) : 0;
  switch (polled.state) {
    case PollState::taken:
      if (call.end == CallEnd::ok) polled.updates = zalo_bot::read_updates(call.body, names(), now);
      if (polled.updates.empty()) polled.wait = k_after_no_news;
      return polled;
    case PollState::conflict:
      polled.wait = k_after_conflict;
      break;
    case PollState::auth_dead:
      polled.wait = k_longest_wait;
      break;
    case PollState::failed:
      polled.wait = {k_after_failure.ms << (failed_polls_ - 1)};
      polled.wait =
          std::max(std::min(polled.wait, k_longest_wait), call.retry_after.value_or(Elapsed{}));
      break;
  }
  polled.detail = call.detail;
  return polled;
}

Result<std::string> ZaloBot::download(const InboundFile& file, std::size_t most_bytes) {
  return download_attachment(http_, settings_.attachment_hosts, file, most_bytes);
}

WebhookReading ZaloBot::read_webhook(const WebhookCall& call, Instant now) const {
  const std::string_view secret = only_header(call, k_secret_header);
  const bool known = same_in_constant_time(secret, settings_.webhook_secret);
  if (!known || settings_.webhook_secret.empty()) return refused(401, "wrong or missing secret");
  if (call.body.size() > limits::inbound_bytes) return refused(413, "the body is too large");
  if (!says_json(call)) return refused(415, "the content type is not application/json");
  const auto body = JsonTree::parse(call.body);
  if (!body) return refused(400, "the body is no JSON, not UTF-8 or nested too deep");
  WebhookReading reading;
  reading.updates = zalo_bot::read_updates(*body, names(), now);
  return reading;
}

}  // namespace dondoc
