// A line of text without the marks of Markdown, which texts taken from web pages have as well.
// Pure; safe from any thread.
#pragma once

#include <string>
#include <string_view>

#include "intake/source_document.h"

namespace dondoc {

/// Without emphasis ("**Điều 1**", "*để b/c*") and heading marks ("## "); of Markdown also without
/// escapes ("1\."), marks of quotation and of code. A list keeps its "-" or "*", "(*)" its star.
std::string plain_line(std::string_view line, SourceFormat format);

}  // namespace dondoc
