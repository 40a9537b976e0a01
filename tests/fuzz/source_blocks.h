// What must hold of every document that was read.
#pragma once

#include "intake/source_document.h"

namespace dondoc::fuzz {

/// CHECKs that blocks are clean and within their limits, and that an error says something.
void check_document(const Result<SourceDocument>& document);

}  // namespace dondoc::fuzz
