// Plays a dialogue and says where it went otherwise than written.
#pragma once

#include <string>

#include "tests/dialogues/people.h"
#include "tests/dialogues/script.h"

namespace dondoc::dialogues {

/// Empty when everything went as written; otherwise "file:line: what happened instead", once: what
/// follows a surprise is not looked at.
std::string play(const std::string& file, const Dialogue& dialogue, const std::vector<Cast>& casts);

}  // namespace dondoc::dialogues
