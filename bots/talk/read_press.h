// Reading presses: the payload of a button, "action:CODE:nonce", to an intent. The code is looked
// up, never trusted: who may do what is decided by the sender's place. Engine's thread only.
#pragma once

#include <string_view>

#include "bots/talk/intent.h"
#include "engine/command/decide.h"

namespace dondoc::talk {

/// Act::none for an action that is not known.
Intent read_press(const World& world, std::string_view payload, LocalDate today);

/// The same for a button chosen by its number.
Intent read_action(const World& world, std::string_view action, std::string_view code,
                   LocalDate today);

/// Whether the pressed button belongs to a message before the one with `nonce`. False when either has
/// none.
bool is_pressed_late(std::string_view payload, std::string_view nonce);

}  // namespace dondoc::talk
