// SourceDocument: a plan document as every file format gives it: its text in reading order, cut
// into blocks that know where they stand. What a block means is not known here
// (intake/structure.h). Values only; safe from any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/result.h"

namespace dondoc {

enum class BlockKind {
  line,       ///< one printed line; a sentence may run on in the next (.txt, .md, .pdf)
  paragraph,  ///< complete, of whatever length (.docx)
  list_item,  ///< the same; its number or bullet stands at the front of `text`
  table_row,  ///< `cells`, from left to right; `text` is empty
  footnote,   ///< complete; its mark stands at the front of `text`
};

struct SourceBlock {
  BlockKind kind = BlockKind::line;
  std::string text;                ///< UTF-8, NFC; spaces of every width are U+0020, no soft hyphen
  std::vector<std::string> cells;  ///< of a table_row; a merged cell stands in its first place
  std::size_t line = 0;            ///< 1-based: of a text its line, else the block's running number
  std::size_t page = 0;            ///< 1-based; 0: the format has no pages
  std::size_t table = 0;           ///< 1-based running number of the table; 0: in none
};

struct SourceDocument {
  std::vector<SourceBlock> blocks;
};

enum class SourceFormat { docx, pdf, text, markdown };

/// By the ending of the name (.docx .pdf .txt .md), checked against the first bytes.
/// Errors: permanent when the ending is another or the bytes are of another format.
Result<SourceFormat> source_format(std::string_view name, std::string_view bytes);

/// Errors (permanent, saying what is wrong and where): encrypted, damaged, no text layer, unpacks
/// to more than a document can be, over the limit of pages, an encoding nobody knows, a marking of
/// state secrets (Law 29/2018/QH14: such a document is not taken in, nothing of it is kept or
/// logged).
Result<SourceDocument> read_source(std::string_view bytes, SourceFormat format);

}  // namespace dondoc
