#include "bots/zalo_oa/webhook.h"

#include "bots/platform/json_tree.h"
#include "bots/platform/webhook_header.h"
#include "bots/zalo_oa/digest.h"
#include "bots/zalo_oa/read_event.h"
#include "engine/limits.h"
#include "engine/text/constant_time.h"

namespace dondoc::zalo_oa {
namespace {

constexpr std::string_view k_signature_header = "X-ZEvent-Signature";
constexpr std::string_view k_mac = "mac=";
constexpr std::size_t k_mac_letters = 64;
// Retries come up to an hour after one another, the last about two hours after the event.
constexpr Elapsed k_oldest = Elapsed::hours(3);
constexpr Elapsed k_clocks_differ = Elapsed::minutes(10);

WebhookReading refused(int status, std::string reason) { return {status, {}, std::move(reason)}; }

/// The hex digits after "mac=", in small letters; empty when they are not there.
std::string mac_in(const WebhookCall& call) {
  const std::string_view value = only_header(call, k_signature_header);
  if (!value.starts_with(k_mac) || value.size() != k_mac.size() + k_mac_letters) return {};
  std::string mac(value.substr(k_mac.size()));
  for (char& c : mac) c = c >= 'A' && c <= 'F' ? static_cast<char>(c + ('a' - 'A')) : c;
  return mac;
}

}  // namespace

WebhookReading read_webhook(const WebhookCall& call, const WebhookSecret& secret,
                            std::string_view oa_id, Instant now) {
  if (call.body.size() > limits::inbound_bytes) return refused(413, "the body is too large");
  const std::string mac = mac_in(call);
  if (mac.empty()) return refused(401, "there is no signature");
  // The signature covers a field of the body, so the body is read first; that is bounded in size
  // and depth.
  const auto event = JsonTree::parse(call.body);
  if (!event || !event->is_object()) return refused(400, "the body is no JSON object");
  const std::string timestamp = (*event)["timestamp"].text();
  const std::string expected = webhook_mac(secret.app_id, call.body, timestamp, secret.oa_secret);
  if (!same_in_constant_time(mac, expected)) return refused(401, "the signature is wrong");
  const auto at = whole_number(timestamp);
  if (!at) return refused(403, "the event has no time");
  // Compared without sums: the number is whatever the sender wrote.
  if (*at < (now - k_oldest).ms) return refused(403, "the event is too old");
  if (*at > (now + k_clocks_differ).ms) return refused(403, "the event comes from the future");
  return {200, read_event(*event, oa_id, now), {}};
}

}  // namespace dondoc::zalo_oa
