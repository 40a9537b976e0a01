// Slots: what an act says beside its kind, read from its part of the text. Pure; safe from any
// thread.
#pragma once

#include "bots/understanding/islands.h"
#include "bots/understanding/understand.h"

namespace dondoc::understanding {

/// The act an island stands for, with its slots.
Said said_by(const Island& island, const Utterance& text, const Mentions& mentions);

}  // namespace dondoc::understanding
