// Paragraphs: the text of a document as sentences run, whatever shape its file gave it: printed
// lines that break anywhere, markdown, tables drawn with `|`, whole paragraphs of .docx. Values
// only; safe from any thread.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "intake/source_document.h"

namespace dondoc::intake {

enum class ParagraphKind { text, table_row, footnote };

struct Paragraph {
  ParagraphKind kind = ParagraphKind::text;
  std::string text;  ///< without `*` and `#`, spaces collapsed; of a row its cells, " | " between
  std::vector<std::string> cells;   ///< of a row
  std::vector<std::size_t> begins;  ///< of a row: where each cell begins in `text`
  std::vector<std::pair<std::size_t, std::size_t>> lines;  ///< from this byte on it is this line
  std::size_t table = 0;    ///< of a row: running number of its table
  std::size_t columns = 0;  ///< which column of a page it stood in (two beside each other): 0 left

  std::size_t line_at(std::size_t byte) const;
};

/// Complete paragraphs in reading order. Cells of tables that only lay out a page (the head, the
/// signature) become paragraphs.
std::vector<Paragraph> paragraphs_of(const SourceDocument& document);

/// Without `*` and `#`, runs of spaces as one, none at the ends.
std::string plain_text(std::string_view text);

}  // namespace dondoc::intake
