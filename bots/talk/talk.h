// Talk: the conversation with officers and leads (design §8): typed commands, buttons, the report
// form. Implements the engine's Interpreter port. No state of its own: what a person is in the
// middle of lies in the engine's conversations. Engine's thread only.
#pragma once

#include <memory>

#include "engine/port/interpreter.h"

namespace dondoc {

std::unique_ptr<Interpreter> make_talk();

}  // namespace dondoc
