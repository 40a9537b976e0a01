// Filling the open form from one free sentence: "3 cuộc 245 lượt" (domain.md §5). Engine's thread
// only.
#pragma once

#include "bots/talk/form_steps.h"
#include "bots/talk/said.h"

namespace dondoc::talk {

/// Puts the figures a text names into the fields they belong to; which fields these are. A figure
/// that fits no field, or two of them, is left out.
std::vector<const Field*> fill_form(FormSteps& steps, const Utterance& text, LocalDate said_on);

/// The open form takes what the text says and asks for what is still missing. False, and nothing
/// changed, when the text names no figure of the form.
bool take_figures(const Scene& scene, Turn& turn, const Utterance& text);

}  // namespace dondoc::talk
