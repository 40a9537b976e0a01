// What may still be heard of a text that the guard refused for personal data (guard.h): counts, and
// what the sender did or asks; nothing that is the person's. Pure; safe from any thread.
#pragma once

#include <vector>

#include "bots/understanding/understand.h"

namespace dondoc::understanding {

/// Numbers and addresses are no figures, years of birth neither; a state or an obstacle is the
/// person's.
void drop_personal(std::vector<Said>& acts);

}  // namespace dondoc::understanding
