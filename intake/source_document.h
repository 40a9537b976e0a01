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
  /// One printed line; a sentence may run on in the next (.txt, .md, .pdf; in a .docx the pieces of
  /// a paragraph that its author broke with line breaks). Empty: a paragraph ended above it.
  line,
  paragraph,  ///< complete, of whatever length (.docx)
  list_item,  ///< the same; its number or bullet stands at the front of `text`
  table_row,  ///< `cells`, from left to right; `text` is empty
  footnote,  ///< complete; its mark ("[1]") stands at the front of `text`, and in the text it is to
};

struct SourceBlock {
  BlockKind kind = BlockKind::line;
  /// UTF-8, NFC; spaces of every width are one U+0020, none at the ends; no soft hyphen; no '\n'.
  std::string text;
  /// Of a table_row, in the same form; '\n' parts the paragraphs of a cell. A cell merged over
  /// columns or rows stands in its first place, the others are empty.
  std::vector<std::string> cells;
  std::size_t line = 0;   ///< 1-based: of a text its line, else the block's running number
  std::size_t page = 0;   ///< 1-based; 0: the format has no pages
  std::size_t table = 0;  ///< 1-based running number of the table; 0: in none
};

/// A document's head (issuer left, motto right) and foot (recipients, signature) are tables as
/// well, with or without borders. A table in a cell comes behind the row, a frame of one cell as if
/// it were none.
struct SourceDocument {
  std::vector<SourceBlock> blocks;
  /// What the text was written in, when it had to be recognised: "UTF-8", "UTF-16LE", "TCVN3
  /// (ABC)", "VNI", "windows-1258"; empty: the format says it.
  std::string encoding;
  /// 1-based, of a .pdf: pages (almost) without text beside others that have it; scans, perhaps.
  std::vector<std::size_t> pages_without_text;
};

enum class SourceFormat { docx, pdf, text, markdown };

/// By the ending of the name (.docx .pdf .txt .md), checked against the first bytes.
/// Errors: permanent when the ending is another or the bytes are of another format.
Result<SourceFormat> source_format(std::string_view name, std::string_view bytes);

/// Errors (permanent, saying what is wrong and where): encrypted, damaged, no text layer, unpacks
/// to more than a document can be, over a limit (intake/source/source_limits.h), an encoding nobody
/// knows, a marking of state secrets (Law 29/2018/QH14, now 117/2025/QH15: such a document is not
/// taken in; the error holds nothing of its text).
Result<SourceDocument> read_source(std::string_view bytes, SourceFormat format);

}  // namespace dondoc
