// Reading free sentences: what bots/understanding finds in a reply, as intents of the conversation.
// Used when a text is no typed command (read_command.h). Engine's thread only.
#pragma once

#include <vector>

#include "bots/talk/intent.h"
#include "bots/understanding/understand.h"
#include "engine/command/decide.h"

namespace dondoc::talk {

/// A change of a duty's state below this confidence is asked back first (design §8).
inline constexpr double k_sure = 0.75;

/// What one sentence or several say, in their order; empty when nothing was understood.
/// `command`: the same text read as a command, for the codes in it. `now` is when it was said:
/// "2 tiếng nữa" counts from it.
std::vector<Intent> read_sentence(const World& world, const Utterance& text, const Intent& command,
                                  LocalDate said_on, Instant now);

}  // namespace dondoc::talk
