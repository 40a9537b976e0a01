// What a day and a time of day can begin with: asked of every word, before it is read. Pure; safe
// from any thread.
#pragma once

#include <cstddef>

#include "bots/understanding/utterance.h"

namespace dondoc::understanding {

/// Says of most words at once that no day, nor a time of day before it, begins there; what it lets
/// through is looked at.
bool may_begin_date(const Utterance& text, std::size_t at);

/// The same of a time of day.
bool may_begin_time(const Utterance& text, std::size_t at);

}  // namespace dondoc::understanding
