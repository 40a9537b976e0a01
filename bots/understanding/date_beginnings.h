// What a day, or a time of day before it, can begin with. Pure; safe from any thread.
#pragma once

#include <cstddef>

#include "bots/understanding/utterance.h"

namespace dondoc::understanding {

/// Says of most words at once that no day begins there; what it lets through is looked at.
bool may_begin_date(const Utterance& text, std::size_t at);

}  // namespace dondoc::understanding
