// Updates of the platform as Inbound (chat-apis.md §4.3): one shape for what polling gives and what
// the webhook brings, flat or wrapped. Pure; safe from any thread.
#pragma once

#include <string>
#include <vector>

#include "bots/platform/json_tree.h"
#include "engine/port/receiver.h"

namespace dondoc::zalo_bot {

/// What is ours of an answer of getUpdates or a webhook's body: none, one, or several should the
/// platform ever send a list. Left out: other bots and our own echoes, reactions, what carries no
/// message id and so could not be told from its repetition. Times in the future become `now`.
///
/// In a private chat the account is the chat's id: it is where an answer goes (§4.3); in a group it
/// is the sender's. `names`: of the bot; a mention of it is cut out of texts in groups.
std::vector<Inbound> read_updates(const JsonTree& body, const std::vector<std::string>& names,
                                  Instant now);

}  // namespace dondoc::zalo_bot
