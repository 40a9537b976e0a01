// Paragraphs, rules and tables of a .docx (ECMA-376, WordprocessingML), written below a node of its
// XML. Lengths are twips, 1/20 point: 567 a centimetre. Pure; safe from any thread.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <vector>

namespace dondoc {

/// Millimetres as twips, rounded.
constexpr int twips(double millimetres) {
  return static_cast<int>(millimetres * 1440 / 25.4 + 0.5);
}

enum class TextAlign { left, centre, right, justified };

struct TextRun {
  std::string text;  ///< a line break breaks the line
  int points = 14;
  bool bold = false;
  bool italic = false;
};

struct ParagraphForm {
  TextAlign align = TextAlign::left;
  int first_line = 0;  ///< negative: hanging
  int indent = 0;
  int before = 0;
  int after = 0;
  bool keep_with_next = false;
  bool page_before = false;
};

void add_paragraph(pugi::xml_node parent, const ParagraphForm& form,
                   const std::vector<TextRun>& runs);

/// A solid rule, centred in an area: the line under heads and titles.
void add_rule(pugi::xml_node parent, int area, int length);

/// How wide a line of Times New Roman is; an estimate to about a twentieth.
int text_width(std::string_view text, int points, bool bold);

enum class TableLines { none, all };

/// A table of fixed columns; cells have no margins of their own without lines.
class DocxTable {
 public:
  DocxTable(pugi::xml_node parent, std::vector<int> columns, TableLines lines);
  /// The row is repeated on each page when `is_head`; rows are never broken over pages.
  void add_row(bool is_head = false);
  /// The next cell of the row. Fill it with at least one paragraph.
  pugi::xml_node add_cell(int columns = 1);

 private:
  std::vector<int> columns_;
  pugi::xml_node table_;
  pugi::xml_node row_;
  std::size_t at_ = 0;
};

enum class Orientation { portrait, landscape };

/// Ends a section: everything since the last one stands on pages of this form, A4 with margins
/// 20/20/30/15 mm (top, bottom, left, right), page numbers from 1 in the top margin, none on its
/// first page.
/// `is_last`: the section of the document's end, which is written once and after everything else.
void add_section(pugi::xml_node body, Orientation orientation, bool is_last);

/// Between the margins.
int text_area(Orientation orientation);

}  // namespace dondoc
