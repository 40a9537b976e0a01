// An Update of the platform as one Inbound (chat-apis.md §2.3, §5.11, §5.12, §5.17). Pure function;
// never fails: what is not for us gives nothing.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

#include "bots/platform/json_tree.h"
#include "engine/port/receiver.h"

namespace dondoc::telegram {

/// The kinds of update that are asked for and understood: "allowed_updates".
nlohmann::json allowed_updates();

/// `key` is the update_id as text. `at` is the platform's date of the message or edit, never after
/// `now`; a press has no date of its own, so its time is `now`. None for bots, channels, service
/// messages, commands for another bot, kinds that were not asked for, and for what has no
/// update_id. `bot_name` without "@"; empty when not known yet.
std::optional<Inbound> read_update(const JsonTree& update, const std::string& bot_name,
                                   Instant now);

}  // namespace dondoc::telegram
