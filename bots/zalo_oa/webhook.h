// Who calls our webhook address: the signature over the raw body, sizes, age (chat-apis.md §3.7).
// Whatever is signed rightly is answered with 200, understood or not: refusals make Zalo repeat for
// two hours and then switch the webhook off. Pure; safe from any thread.
#pragma once

#include <string>
#include <string_view>

#include "engine/port/receiver.h"

namespace dondoc::zalo_oa {

struct WebhookSecret {
  std::string app_id;
  std::string oa_secret;
};

/// 413: larger than limits::inbound_bytes. 400: no JSON object, not UTF-8, nested too deep. 401: no
/// signature, or not that of the body. 403: older than three hours, or from the future.
WebhookReading read_webhook(const WebhookCall& call, const WebhookSecret& secret,
                            std::string_view oa_id, Instant now);

}  // namespace dondoc::zalo_oa
