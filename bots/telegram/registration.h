// The bot's account with the platform: who we are, the commands menu, webhook or polling, and what
// is wrong with it (chat-apis.md §2.2, §2.5). register_bot on the receiving thread, inspect_bot on
// any.
#pragma once

#include <string>

#include "bots/telegram/api_call.h"
#include "engine/port/upkeep.h"
#include "engine/text/messages.h"

namespace dondoc::telegram {

/// Name of the bot without "@". The menu is in the words of `books`, without them there is none.
/// Errors: permanent when the token or the webhook's address or secret is refused; transient
/// otherwise. Idempotent.
Result<std::string> register_bot(const ApiCall& api, const ReceivePlan& plan,
                                 const std::string& secret, const MessageBooks& books);

ChannelHealth inspect_bot(const ApiCall& api);

}  // namespace dondoc::telegram
