// Duties that a document names without saying when: for the draft of a plan, where they are
// followed up or asked about. Purposes, requirements, targets and where the money comes from are
// none. Pure; safe from any thread.
#pragma once

#include <vector>

#include "intake/language/deadlines.h"
#include "intake/language/outline.h"
#include "intake/language/sentence.h"
#include "intake/plan_reading.h"

namespace dondoc::intake {

/// One for each item or row that begins with what is to be done, in the document's order. `dated`:
/// by node, which deadlines were found in it. At most 2,000.
std::vector<Deadline> undated_duties_of(const Outline& outline,
                                        const std::vector<NodeSentences>& sentences,
                                        const std::vector<NodeDues>& dated);

}  // namespace dondoc::intake
