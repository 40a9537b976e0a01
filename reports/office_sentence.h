// What an event about a plan, a unit, a person or the office means, as one Vietnamese sentence
// (reports/event_sentence.h has those about an assignment). Pure functions.
#pragma once

#include <string>

#include "engine/command/decide.h"

namespace dondoc {

/// Never empty: a kind that people have no sentence for is its name.
std::string office_sentence(const World& world, const Event& event);

}  // namespace dondoc
