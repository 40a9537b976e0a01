// What an answer of the platform means for a message: one class each (chat-apis.md §2.6, §7). What
// is not in the table is bad_request, so that somebody looks at it. Pure functions.
#pragma once

#include "bots/telegram/api_call.h"
#include "engine/port/channel.h"

namespace dondoc::telegram {

SendOutcome outcome_of(const ApiReply& reply, Instant now);

}  // namespace dondoc::telegram
