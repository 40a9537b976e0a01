// Reading typed commands: a text to an intent with its slots. What is not certainly a command is
// Act::none: free sentences are understood elsewhere. Looks codes up, changes nothing. Engine's
// thread only.
#pragma once

#include "bots/talk/intent.h"
#include "bots/talk/said.h"
#include "engine/command/decide.h"

namespace dondoc::talk {

/// `today` is the day the text was written on: "mai" counts from it.
Intent read_command(const World& world, const Utterance& text, LocalDate today);

}  // namespace dondoc::talk
