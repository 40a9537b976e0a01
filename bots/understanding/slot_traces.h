// Slot traces: for `understand --explain`, which reader gave each slot of an act and in which words
// it stood. Only called when somebody asks for it. Pure; safe from any thread.
#pragma once

#include <vector>

#include "bots/understanding/islands.h"
#include "bots/understanding/understand.h"

namespace dondoc::understanding {

/// One trace a slot of `said`, in the order of domain.md §3. Words are left out when the text may
/// not be shown (`may_show` false).
std::vector<Trace> traces_of_slots(const Said& said, const Island& island, const Utterance& text,
                                   const Mentions& mentions, bool may_show);

}  // namespace dondoc::understanding
