// .docx → blocks. Pure; safe from any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/result.h"
#include "intake/source/docx_parts.h"
#include "intake/source_document.h"

namespace dondoc {

/// Footnotes and endnotes come last. Not cleaned. `aside` gets what stands on the pages and is no
/// part of the text: headers, footers, words drawn as pictures.
/// Errors (permanent): damaged, protected, of another kind, over a limit.
Result<SourceDocument> read_docx(std::string_view bytes, std::vector<std::string>& aside);
/// Requires: there is a body.
Result<SourceDocument> read_docx(const DocxParts& parts, std::vector<std::string>& aside);

}  // namespace dondoc
