// Islands: the acts in a text as places. Of the rules that match, the heaviest that do not overlap
// are kept; figures make a report; then what turns an act into something else is looked at. Pure;
// safe from any thread.
#pragma once

#include <vector>

#include "bots/understanding/indicators.h"
#include "bots/understanding/pattern.h"

namespace dondoc::understanding {

struct Island {
  const Rule* rule = nullptr;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t from = 0;  ///< its part of the text: the slots are looked for in [from, to)
  std::size_t to = 0;
  std::vector<FoundFigure> figures{};
};

/// In the order of the text, with their parts of it.
std::vector<Island> find_islands(const Utterance& text, const Mentions& mentions,
                                 std::vector<FoundFigure> figures);

}  // namespace dondoc::understanding
