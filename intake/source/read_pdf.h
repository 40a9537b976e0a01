// .pdf with a text layer → blocks. Safe from any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/result.h"
#include "intake/source/page_lines.h"
#include "intake/source_document.h"

namespace dondoc {

/// Lines from top to bottom, columns that stand side by side as rows of a table, footnotes last.
/// Repeated headers, footers and page numbers go into `aside`. Not cleaned.
/// Errors (permanent): damaged, protected by a password, more pages than 200, no text layer.
Result<SourceDocument> read_pdf(std::string_view bytes, std::vector<std::string>& aside);

/// The same of pages whose words are known. Requires: words are boxes at finite places.
SourceDocument read_pages(const std::vector<PdfPage>& pages, std::vector<std::string>& aside);

}  // namespace dondoc
