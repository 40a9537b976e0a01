// Can the ladders be climbed? Pure functions; safe from any thread.
#pragma once

#include "engine/codec/faults.h"
#include "engine/codec/ladder_codec.h"
#include "engine/codec/messages_codec.h"

namespace dondoc {

/// Unknown and missing kinds, unknown ladders, rungs named twice or out of order, sending hours and
/// times outside them. A ladder without rungs is no fault: some duties are not reminded.
void check_ladders(const LadderFile& file, Faults& faults);

/// Texts the rungs name that `messages` has not.
void check_ladder_messages(const LadderBook& book, const MessageFile& messages, Faults& faults);

}  // namespace dondoc
