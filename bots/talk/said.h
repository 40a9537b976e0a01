// What somebody said, in the terms of bots/understanding: the conversation speaks in its words.
#pragma once

#include "bots/understanding/utterance.h"

namespace dondoc::talk {

using namespace understanding;

}  // namespace dondoc::talk
