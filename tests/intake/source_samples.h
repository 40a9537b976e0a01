// Plan documents made in memory, in the shapes that programs write them in. For tests only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "intake/source_document.h"

namespace dondoc::sample {

/// <w:p> with that text in one run; `properties` goes into <w:pPr>.
std::string paragraph(std::string_view text, std::string_view properties = "");

/// A paragraph of that list and level.
std::string item(std::string_view text, int list, int level = 0);

/// <w:tbl> of rows of cells with one paragraph each.
std::string table(const std::vector<std::vector<std::string>>& rows);

/// Parts of a .docx beside its body; empty ones are left out. Each is the inside of its root.
struct DocxSample {
  std::string body;
  std::string numbering;
  std::string styles;
  std::string footnotes;
  std::string endnotes;
  std::string header;
};
std::string docx(const DocxSample& sample);
std::string docx(std::string_view body);

/// A .docx whose word/document.xml is these bytes.
std::string docx_of_part(const std::string& document_xml);

/// The blocks, a line each: "item 1. Mục đích", "row [TT] [Nội dung]"; '\n' in cells is "⏎".
std::vector<std::string> described(const SourceDocument& document);

/// Reads a document that can be read (REQUIREd) and describes it.
std::vector<std::string> read(std::string_view bytes, SourceFormat format);

/// Why it cannot be read (REQUIREd).
std::string fault_of(std::string_view bytes, SourceFormat format);

using Lines = std::vector<std::string>;

}  // namespace dondoc::sample
