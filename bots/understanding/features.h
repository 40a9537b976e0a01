// Features: what a learnt model (likelihood.h, details.h) looks at in a text: single words, two and
// three in a row, with what was found in place of values ("<date>"), how the text begins and ends,
// and words as they were typed where they were read as others. Pure; safe from any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bots/understanding/mentions.h"
#include "bots/understanding/utterance.h"
#include "bots/understanding/word_key.h"

namespace dondoc::understanding {

/// By name, each once, for whoever learns weights. Requires: `text` was spelled out (spelling.h).
std::vector<std::string> features_of(const Utterance& text, const Mentions& mentions);

/// The same by key, each once, for reading.
std::vector<WordKey> feature_keys_of(const Utterance& text, const Mentions& mentions);

/// The key of a feature by its name.
WordKey key_of_feature(std::string_view name);

}  // namespace dondoc::understanding
