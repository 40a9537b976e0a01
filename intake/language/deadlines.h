// Every deadline of a document, in its order. Pure; safe from any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "intake/language/actor.h"
#include "intake/language/due_resolution.h"
#include "intake/language/outline.h"
#include "intake/language/sentence.h"
#include "intake/plan_reading.h"

namespace dondoc::intake {

enum class NodeDues { none, reports, others };  ///< reports: and nothing else

/// `in_node` becomes, by node, what kind of deadlines were found in it.
std::vector<Deadline> deadlines_of(const Outline& outline,
                                   const std::vector<NodeSentences>& sentences,
                                   const DateFrame& frame, std::vector<NodeDues>& in_node);

/// The words of [begin, end) of a node as a quote.
Quote quote_of(const Node& node, std::size_t begin, std::size_t end);

/// What a duty is, in at most 220 bytes, without marks around it.
std::string shortened(std::string_view text);

}  // namespace dondoc::intake
