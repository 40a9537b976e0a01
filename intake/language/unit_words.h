// The words names of organisations are made of, and the verbs that end them: data that somebody who
// knows the language can change (docs/reading.md). Values only; safe from any thread.
#pragma once

#include "intake/language/word_pattern.h"

namespace dondoc::intake {

/// What a name of an organisation, an office or a group of them begins with.
const PatternList& unit_heads();
/// The same words in another sense: "ban hành", "hội nghị", "phòng, chống".
const PatternList& no_unit_heads();
/// What a list of organisations goes on with behind a comma: "ngành", "phường", "đoàn thể".
const PatternList& unit_list_words();
/// What ends a name: the first verb, or the preposition before the next part of the sentence.
const PatternList& predicate_words();

}  // namespace dondoc::intake
