#include "bots/telegram/webhook.h"

#include <optional>

#include "bots/platform/webhook_header.h"
#include "bots/telegram/read_update.h"
#include "engine/limits.h"
#include "engine/text/constant_time.h"

namespace dondoc::telegram {
namespace {

constexpr std::string_view k_secret_header = "X-Telegram-Bot-Api-Secret-Token";

WebhookReading refused(int status, std::string reason) { return {status, {}, std::move(reason)}; }

}  // namespace

WebhookReading read_webhook_call(const WebhookCall& call, const std::string& secret,
                                 const std::string& bot_name, Instant now) {
  if (secret.empty()) return refused(401, "no webhook secret is configured");
  if (!same_in_constant_time(only_header(call, k_secret_header), secret))
    return refused(401, "wrong or missing secret");
  if (call.body.size() > limits::inbound_bytes) return refused(413, "larger than is taken");
  if (!says_json(call)) return refused(415, "not application/json");
  const auto update = JsonTree::parse_strictly(call.body);
  if (!update) return refused(400, "no JSON in UTF-8 of the depth allowed");
  const auto id = (*update)["update_id"].number();
  if (!id || *id < 0) return refused(400, "no update");
  WebhookReading reading;
  if (auto inbound = read_update(*update, bot_name, now))
    reading.updates.push_back(std::move(*inbound));
  return reading;
}

}  // namespace dondoc::telegram
