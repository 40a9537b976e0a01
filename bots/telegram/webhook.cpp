#include "bots/telegram/webhook.h"

#include <algorithm>
#include <cctype>
#include <optional>

#include "bots/telegram/read_update.h"
#include "engine/limits.h"
#include "engine/text/constant_time.h"

namespace dondoc::telegram {
namespace {

constexpr std::string_view k_secret_header = "X-Telegram-Bot-Api-Secret-Token";
constexpr std::string_view k_content_type = "application/json";

bool same_letters(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](unsigned char x, unsigned char y) {
    return std::tolower(x) == std::tolower(y);
  });
}

/// None when the header is absent or stands there twice.
std::optional<std::string_view> only_header(const WebhookCall& call, std::string_view name) {
  std::optional<std::string_view> found;
  for (const HttpHeader& header : call.headers) {
    if (!same_letters(header.name, name)) continue;
    if (found) return std::nullopt;
    found = header.value;
  }
  return found;
}

/// "application/json; charset=utf-8" too.
bool is_json(std::string_view content_type) {
  std::string_view kind = content_type.substr(0, content_type.find(';'));
  while (kind.ends_with(' ')) kind.remove_suffix(1);
  return same_letters(kind, k_content_type);
}

WebhookReading refused(int status, std::string reason) { return {status, {}, std::move(reason)}; }

}  // namespace

WebhookReading read_webhook_call(const WebhookCall& call, const std::string& secret,
                                 const std::string& bot_name, Instant now) {
  if (secret.empty()) return refused(401, "no webhook secret is configured");
  const auto given = only_header(call, k_secret_header);
  if (!given || !same_in_constant_time(*given, secret))
    return refused(401, "wrong or missing secret");
  if (call.body.size() > limits::inbound_bytes) return refused(413, "larger than is taken");
  if (!is_json(only_header(call, "Content-Type").value_or("")))
    return refused(415, "not application/json");
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
