// A SourceDocument as bytes, from the process that reads a document to the one that asked
// (app/bounded_reading.h). Both are the same program: nothing of this is kept, and it has no
// version. Pure; safe from any thread.
#pragma once

#include <string>
#include <string_view>

#include "intake/source_document.h"

namespace dondoc {

std::string document_to_bytes(const SourceDocument& document);

/// What came from a process that a hostile document may have taken over is believed in nothing.
/// Errors (permanent): cut off, bytes left over, an unknown kind of block, text that is no UTF-8 or
/// has control characters, more than a document can hold (intake/source/source_limits.h).
Result<SourceDocument> document_from_bytes(std::string_view bytes);

}  // namespace dondoc
