// .txt and .md → blocks, a line each. Pure; safe from any thread.
#pragma once

#include <string_view>

#include "engine/result.h"
#include "intake/source_document.h"

namespace dondoc {

/// Tables drawn with "|" become rows, as do lines of the head with a wide gap; marks of emphasis
/// and headings (Markdown, which .txt from web pages has as well) are left out. Not cleaned. Errors
/// (permanent): an encoding nobody knows, or text that is not what its encoding says.
Result<SourceDocument> read_text(std::string_view bytes, SourceFormat format);

}  // namespace dondoc
