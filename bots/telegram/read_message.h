// The part of read_update.h that reads messages: text, commands, files, service messages.
#pragma once

#include <string>

#include "bots/platform/json_tree.h"
#include "engine/port/receiver.h"

namespace dondoc::telegram {

/// Into `inbound`, whose key is set already. False: not for us.
bool read_message(const JsonTree& message, bool edited, const std::string& bot_name, Instant now,
                  Inbound& inbound);

/// The platform's seconds since 1970; `now` when they are absent, no time, or after `now`.
Instant time_of(const JsonTree& object, std::string_view name, Instant now);

/// Sets account and chat: the person's own where `chat` is no object. False for a sender who is a
/// bot, and when an id is missing.
bool read_people(const JsonTree& from, const JsonTree& chat, Inbound& inbound);

}  // namespace dondoc::telegram
