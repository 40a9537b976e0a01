// The blocks of a part of a .docx: paragraphs, items, tables, in the order of the text. One thread.
#pragma once

#include <cstddef>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "intake/source/docx_numbering.h"
#include "intake/source/docx_paragraph.h"
#include "intake/source_document.h"

namespace dondoc {

class DocxBodyReader {
 public:
  DocxBodyReader(DocxNumbering& numbering, DocxNotes& notes)
      : numbering_(numbering), paragraphs_(notes) {}

  /// Reads what stands in <w:body>, <w:hdr>, <w:footnote> …; blocks come behind those read before.
  void read(const pugi::xml_node& parent);

  const std::vector<SourceBlock>& blocks() const { return blocks_; }
  std::vector<SourceBlock> take() { return std::move(blocks_); }
  /// Words drawn as pictures (WordArt).
  const std::vector<std::string>& drawn_words() const { return drawn_words_; }
  /// More text, blocks or cells than source_limits.h allows: reading has stopped.
  bool is_over_limit() const { return over_limit_; }

  bool has_open_field() const { return paragraphs_.has_open_field(); }
  void hide_nothing() { paragraphs_.hide_nothing(); }

 private:
  /// What a cell holds so far, and what comes behind its row.
  struct Cell {
    std::string text;
    std::vector<pugi::xml_node> behind;
  };

  void walk(const pugi::xml_node& parent, Cell* cell);
  void visit(const pugi::xml_node& node, Cell* cell);
  void read_paragraph(const pugi::xml_node& node, Cell* cell);
  void emit(std::string text, bool is_item);
  void emit_pieces(std::string_view text);
  bool emit_columns(std::string_view text);
  void read_table(const pugi::xml_node& table);
  void read_row(const pugi::xml_node& row, std::size_t table);
  void add_cell(const pugi::xml_node& node, std::vector<std::string>& cells,
                std::vector<pugi::xml_node>& behind);
  void add_block(SourceBlock block);
  void count(std::size_t bytes, std::size_t cells);

  DocxNumbering& numbering_;
  DocxParagraphReader paragraphs_;
  std::vector<SourceBlock> blocks_;
  std::vector<std::string> drawn_words_;
  std::string carried_;  ///< of a paragraph whose end was deleted
  std::size_t tables_ = 0;
  std::size_t head_table_ = 0;
  std::size_t text_bytes_ = 0;
  std::size_t cells_ = 0;
  bool over_limit_ = false;
};

}  // namespace dondoc
