// The words of a PDF by page, through poppler. Safe from any thread.
#pragma once

#include <string_view>
#include <vector>

#include "engine/result.h"
#include "intake/source/page_lines.h"

namespace dondoc {

/// Pages that lie on their side are turned. Errors (permanent): damaged, protected by a password,
/// more than 200 pages, more words on a page than one holds.
Result<std::vector<PdfPage>> pages_of_pdf(std::string_view bytes);

}  // namespace dondoc
