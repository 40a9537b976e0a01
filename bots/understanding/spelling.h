// Spelling: what people type, in the words the rules know. "đc", "dk" and "duocj" become "duoc",
// "kp" becomes two words, "nhaaa" loses its echo, "xogn" is put right, "👍" stands alone. Pure; safe
// from any thread.
#pragma once

#include "bots/understanding/utterance.h"

namespace dondoc::understanding {

/// The same text with other folded words; every word keeps the place it was typed at, so that
/// Utterance::typed() still gives the person's own wording. One typed word may become several.
Utterance spelled_out(const Utterance& text);

/// Whether a folded word could be a Vietnamese syllable: "nghieng", not "xogn".
bool is_syllable(std::string_view folded);

}  // namespace dondoc::understanding
