// The head of a document: number, place and date, issuer, title, and who signed it.
// Pure; safe from any thread.
#pragma once

#include "intake/language/outline.h"
#include "intake/plan_reading.h"

namespace dondoc::intake {

/// Complete with the years it speaks of.
DocumentHead document_head(const Outline& outline);

/// The year the document speaks of when it does not say which: of its date, else of its title or
/// its grounds; 0: none found.
int year_of(const DocumentHead& head, const Outline& outline);

}  // namespace dondoc::intake
