// The story: plan B from its issue on 25/5/2023 to the summary, played by invented officers in
// their own words through the real conversation, engine and store. Prints every message as it is
// sent, the board on three dates and the summary.
#pragma once

#include <string>

#include "app/demo.h"

namespace dondoc {

/// Plays to the end on stdout. Errors: when something the story relies on was refused, with who
/// said what.
Result<void> play_story(Demo& demo, const std::string& plan_document);

/// When the story begins: the morning the plan was issued.
Instant story_start(const Zone& zone);

}  // namespace dondoc
