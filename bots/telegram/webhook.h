// A call of our webhook address (chat-apis.md §2.5): who calls, what form, what it says. Pure
// function.
#pragma once

#include <string>

#include "engine/port/receiver.h"

namespace dondoc::telegram {

/// 401 wrong or missing secret (always, when `secret` is empty), 413 over limits::inbound_bytes,
/// 415 not application/json, 400 no JSON object in UTF-8 with an update_id; 200 otherwise, with no
/// updates when it is nothing for us: the platform would repeat a refused one for a day.
WebhookReading read_webhook_call(const WebhookCall& call, const std::string& secret,
                                 const std::string& bot_name, Instant now);

}  // namespace dondoc::telegram
