// What a subscriber is sent: JSON, signed as Standard Webhooks 1.0 asks (webhook-id,
// webhook-timestamp, webhook-signature: v1, HMAC-SHA256 over "id.timestamp.body"). Pure but for the
// making of secrets; safe from any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/port/http_client.h"

namespace dondoc {

/// "whsec_" and 32 random bytes in Base64.
std::string fresh_webhook_secret();

struct WebhookMessage {
  std::string id;  ///< the same however often it is sent: the sequence of the log
  std::string body;
};

/// "v1,…". None when the secret is none of ours.
std::optional<std::string> webhook_signature(std::string_view secret, const WebhookMessage& message,
                                             std::int64_t timestamp);

/// The whole request. None when the secret is none of ours.
std::optional<HttpRequest> webhook_request(const std::string& url, std::string_view secret,
                                           const WebhookMessage& message, Instant now);

}  // namespace dondoc
