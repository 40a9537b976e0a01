// The buttons under a message (chat-apis.md §2.2, §5.4). Pure function.
#pragma once

#include <cstddef>
#include <nlohmann/json_fwd.hpp>
#include <vector>

#include "engine/port/channel.h"

namespace dondoc::telegram {

/// UTF-8 bytes; one byte more and the platform refuses the whole message.
inline constexpr std::size_t k_payload_bytes = 64;

/// Adds "reply_markup" when there are buttons that may be sent. How many could not be: a payload
/// that is empty or too long, a label without text.
std::size_t add_keyboard(const std::vector<OutgoingButton>& buttons, nlohmann::json& parameters);

}  // namespace dondoc::telegram
