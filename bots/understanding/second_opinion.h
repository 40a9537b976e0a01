// Second opinion: what the rules found is held against what replies that look like this one mostly
// meant (likelihood.h). Rules see the words they know; in unseen sentences they miss some and take
// others for an act. Where both agree nothing changes. Where they do not, the surer one says what
// the reply mainly is; but a change of a duty's state that no rule found is only asked about
// (docs/adr/0010). Pure; safe from any thread.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "bots/understanding/likelihood.h"
#include "bots/understanding/understand.h"

namespace dondoc::understanding {

/// The slots of the whole text, read as an act of that kind.
using ReadAs = std::function<Said(Kind)>;

/// `acts`: what the rules found, the main one first; at least one.
void weigh(std::vector<Said>& acts, const Likelihood& likelihood, const ReadAs& read_as);

/// Says what a question is about, of what kind an obstacle is, why a duty is declined, where no
/// rule told it or what was learnt is surer (details.h). `features`: feature_keys_of the text. The
/// words that were filled in.
std::vector<std::string_view> fill_details(std::vector<Said>& acts,
                                           const std::vector<WordKey>& features);

}  // namespace dondoc::understanding
