// A .docx as the parts its text stands in (ECMA-376, part 2: packages). One thread.
#pragma once

#include <memory>
#include <pugixml.hpp>
#include <string_view>
#include <vector>

#include "engine/result.h"

namespace dondoc {

/// An empty pointer: the document has no such part.
struct DocxParts {
  using Part = std::unique_ptr<pugi::xml_document>;

  Part body;
  Part styles;
  Part numbering;
  Part footnotes;
  Part endnotes;
  std::vector<Part> margins;  ///< headers and footers
};

/// Errors (permanent): no zip file or a damaged one, protected by a password, another kind of
/// document, a part that unpacks to too much or cannot be parsed.
Result<DocxParts> open_docx(std::string_view bytes);

}  // namespace dondoc
