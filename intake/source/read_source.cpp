#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "intake/source/clean_text.h"
#include "intake/source/legacy_fonts.h"
#include "intake/source/read_docx.h"
#include "intake/source/read_pdf.h"
#include "intake/source/read_text.h"
#include "intake/source/secret_marking.h"
#include "intake/source/source_faults.h"
#include "intake/source/source_limits.h"
#include "intake/source_document.h"

namespace dondoc {
namespace {

Result<SourceDocument> read_format(std::string_view bytes, SourceFormat format,
                                   std::vector<std::string>& aside) {
  switch (format) {
    case SourceFormat::docx:
      return read_docx(bytes, aside);
    case SourceFormat::pdf:
      return read_pdf(bytes, aside);
    case SourceFormat::text:
    case SourceFormat::markdown:
      return read_text(bytes, format);
  }
  return failure(ErrorKind::permanent, "no such format");
}

void clean(SourceDocument& document, std::vector<std::string>& aside) {
  for (SourceBlock& block : document.blocks) {
    block.text = clean_text(block.text);
    for (std::string& cell : block.cells) cell = clean_text(cell);
  }
  for (std::string& text : aside) text = clean_text(text);
}

bool is_empty(const SourceBlock& block) {
  return block.text.empty() && std::all_of(block.cells.begin(), block.cells.end(),
                                           [](const std::string& cell) { return cell.empty(); });
}

/// Of empty blocks only the lines say something: that a paragraph ends.
void leave_out_empty(std::vector<SourceBlock>& blocks) {
  std::erase_if(blocks, [](const SourceBlock& block) {
    return block.kind != BlockKind::line && is_empty(block);
  });
}

std::optional<Error> fault_of(const SourceDocument& document) {
  const auto refused = [](std::string why) { return Error{ErrorKind::permanent, std::move(why)}; };
  if (std::all_of(document.blocks.begin(), document.blocks.end(), is_empty))
    return refused("there is no text in the document");
  if (document.blocks.size() > source_limits::blocks)
    return refused(fmt::format("more than {} lines or paragraphs", source_limits::blocks));
  std::size_t cells = 0;
  for (const SourceBlock& block : document.blocks) {
    cells += block.cells.size();
    if (block.cells.size() > source_limits::columns)
      return refused(fmt::format("line {}: a table of more than {} columns", block.line,
                                 source_limits::columns));
  }
  if (cells > source_limits::table_cells)
    return refused(fmt::format("more than {} cells in tables", source_limits::table_cells));
  return std::nullopt;
}

}  // namespace

Result<SourceDocument> read_source(std::string_view bytes, SourceFormat format) {
  if (bytes.size() > source_limits::file_bytes)
    return failure(ErrorKind::permanent, fmt::format("the file is larger than {} MB",
                                                     source_limits::file_bytes / (1024 * 1024)));
  std::vector<std::string> aside;
  auto document = read_format(bytes, format, aside);
  if (!document) return document;
  if (const auto legacy = read_legacy_fonts(*document)) document->encoding = name_of(*legacy);
  clean(*document, aside);
  leave_out_empty(document->blocks);
  const bool has_lines = format == SourceFormat::text || format == SourceFormat::markdown;
  for (std::size_t i = 0; i < document->blocks.size() && !has_lines; ++i)
    document->blocks[i].line = i + 1;
  if (auto fault = fault_of(*document)) return tl::unexpected(*std::move(fault));
  if (bears_secret_marking(*document, aside))
    return failure(ErrorKind::permanent, k_secret_marking_fault);
  return document;
}

}  // namespace dondoc
