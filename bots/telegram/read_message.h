// The part of read_update.h that reads messages: text, commands, files, service messages.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "engine/port/receiver.h"

namespace dondoc::telegram {

/// Into `inbound`, whose key is set already. False: not for us.
bool read_message(const nlohmann::json& message, bool edited, const std::string& bot_name,
                  Instant now, Inbound& inbound);

/// The platform's seconds since 1970; `now` when they are absent, no time, or after `now`.
Instant time_of(const nlohmann::json& object, std::string_view name, Instant now);

/// Sets account and chat. False for a sender who is a bot, and when an id is missing.
bool read_people(const nlohmann::json& from, const nlohmann::json& chat, Inbound& inbound);

}  // namespace dondoc::telegram
