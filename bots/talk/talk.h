// Talk: the conversation with officers and leads (design §8): typed commands, buttons, the report
// form. Implements the engine's Interpreter port. No state of its own: what a person is in the
// middle of lies in the engine's conversations. Engine's thread only.
#pragma once

#include <memory>

#include "engine/command/sign_in_link.h"
#include "engine/port/interpreter.h"

namespace dondoc {

/// `links`: how people are let into the pages; without a key the bot says that there are none.
std::unique_ptr<Interpreter> make_talk(SignInLinks links = {});

}  // namespace dondoc
