#include "reports/docx_text.h"

#include <utf8proc.h>

#include "engine/check.h"
#include "reports/xml_text.h"

namespace dondoc {
namespace {

constexpr int k_short = 11906;  // A4, 210 mm
constexpr int k_long = 16838;   // 297 mm
constexpr int k_left = twips(30);
constexpr int k_right = twips(15);
constexpr int k_top = twips(20);
constexpr int k_page_number = twips(10);

const char* name_of(TextAlign align) {
  switch (align) {
    case TextAlign::left:
      return "left";
    case TextAlign::centre:
      return "center";
    case TextAlign::right:
      return "right";
    case TextAlign::justified:
      break;
  }
  return "both";
}

pugi::xml_node add(pugi::xml_node parent, const char* name, const char* attribute, int value) {
  pugi::xml_node node = parent.append_child(name);
  node.append_attribute(attribute) = value;
  return node;
}

void set_size(pugi::xml_node properties, int points) {
  add(properties, "w:sz", "w:val", 2 * points);
  add(properties, "w:szCs", "w:val", 2 * points);
}

void add_line(pugi::xml_node run, const std::string& line) {
  pugi::xml_node text = run.append_child("w:t");
  text.append_attribute("xml:space") = "preserve";
  text.text().set(line.c_str());
}

void add_run(pugi::xml_node paragraph, const TextRun& one) {
  pugi::xml_node run = paragraph.append_child("w:r");
  pugi::xml_node properties = run.append_child("w:rPr");
  if (one.bold) properties.append_child("w:b");
  if (one.italic) properties.append_child("w:i");
  set_size(properties, one.points);
  const std::string text = xml_text(one.text);
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    if (from > 0) run.append_child("w:br");
    add_line(run, text.substr(from, end - from));
    from = end + 1;
  }
}

void set_indent(pugi::xml_node properties, const ParagraphForm& form) {
  if (form.first_line == 0 && form.indent == 0) return;
  pugi::xml_node indent = add(properties, "w:ind", "w:left", form.indent);
  indent.append_attribute(form.first_line < 0 ? "w:hanging" : "w:firstLine") =
      form.first_line < 0 ? -form.first_line : form.first_line;
}

void set_borders(pugi::xml_node properties, TableLines lines) {
  pugi::xml_node borders = properties.append_child("w:tblBorders");
  for (const char* side : {"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"}) {
    pugi::xml_node border = borders.append_child(side);
    border.append_attribute("w:val") = lines == TableLines::all ? "single" : "nil";
    if (lines == TableLines::none) continue;
    border.append_attribute("w:sz") = 4;
    border.append_attribute("w:space") = 0;
    border.append_attribute("w:color") = "000000";
  }
}

void set_cell_margins(pugi::xml_node properties, TableLines lines) {
  pugi::xml_node margins = properties.append_child("w:tblCellMar");
  for (const char* side : {"w:left", "w:right"}) {
    pugi::xml_node margin = add(margins, side, "w:w", lines == TableLines::all ? twips(1.2) : 0);
    margin.append_attribute("w:type") = "dxa";
  }
}

/// In thousandths of the letter size, from the metrics of Times New Roman: spaces and points are a
/// quarter, small letters about half, capitals about two thirds.
int letter_width(utf8proc_int32_t letter, bool bold) {
  if (letter == ' ' || letter == '.' || letter == ',') return 250;
  if (letter == '-' || letter == 'I') return bold ? 370 : 335;
  if (letter >= '0' && letter <= '9') return 500;
  const auto category = utf8proc_category(letter);
  if (category == UTF8PROC_CATEGORY_LU) return bold ? 715 : 680;
  return bold ? 480 : 450;
}

}  // namespace

int text_width(std::string_view text, int points, bool bold) {
  const auto* at = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const auto* end = at + text.size();
  int thousandths = 0;
  while (at < end) {
    utf8proc_int32_t letter = 0;
    const auto length = utf8proc_iterate(at, end - at, &letter);
    if (length <= 0) break;
    thousandths += letter_width(letter, bold);
    at += length;
  }
  return thousandths * points * 20 / 1000;
}

void add_paragraph(pugi::xml_node parent, const ParagraphForm& form,
                   const std::vector<TextRun>& runs) {
  pugi::xml_node paragraph = parent.append_child("w:p");
  pugi::xml_node properties = paragraph.append_child("w:pPr");
  if (form.keep_with_next) properties.append_child("w:keepNext");
  if (form.page_before) properties.append_child("w:pageBreakBefore");
  pugi::xml_node spacing = add(properties, "w:spacing", "w:before", form.before);
  spacing.append_attribute("w:after") = form.after;
  set_indent(properties, form);
  properties.append_child("w:jc").append_attribute("w:val") = name_of(form.align);
  for (const TextRun& run : runs) add_run(paragraph, run);
}

void add_rule(pugi::xml_node parent, int area, int length) {
  CHECK(length > 0 && length <= area);
  const int side = (area - length) / 2;
  pugi::xml_node paragraph = parent.append_child("w:p");
  pugi::xml_node properties = paragraph.append_child("w:pPr");
  pugi::xml_node rule = properties.append_child("w:pBdr").append_child("w:top");
  rule.append_attribute("w:val") = "single";
  rule.append_attribute("w:sz") = 6;
  rule.append_attribute("w:space") = 1;
  rule.append_attribute("w:color") = "000000";
  pugi::xml_node spacing = add(properties, "w:spacing", "w:before", 60);
  spacing.append_attribute("w:after") = 0;
  spacing.append_attribute("w:line") = 120;
  spacing.append_attribute("w:lineRule") = "exact";
  pugi::xml_node indent = add(properties, "w:ind", "w:left", side);
  indent.append_attribute("w:right") = side;
  set_size(properties.append_child("w:rPr"), 4);
}

DocxTable::DocxTable(pugi::xml_node parent, std::vector<int> columns, TableLines lines)
    : columns_(std::move(columns)), table_(parent.append_child("w:tbl")) {
  int width = 0;
  for (const int column : columns_) width += column;
  pugi::xml_node properties = table_.append_child("w:tblPr");
  add(properties, "w:tblW", "w:w", width).append_attribute("w:type") = "dxa";
  set_borders(properties, lines);
  properties.append_child("w:tblLayout").append_attribute("w:type") = "fixed";
  set_cell_margins(properties, lines);
  pugi::xml_node grid = table_.append_child("w:tblGrid");
  for (const int column : columns_) add(grid, "w:gridCol", "w:w", column);
}

void DocxTable::add_row(bool is_head) {
  CHECK(!row_ || at_ == columns_.size());
  row_ = table_.append_child("w:tr");
  pugi::xml_node properties = row_.append_child("w:trPr");
  properties.append_child("w:cantSplit");
  if (is_head) properties.append_child("w:tblHeader");
  at_ = 0;
}

pugi::xml_node DocxTable::add_cell(int columns) {
  int width = 0;
  for (int i = 0; i < columns; ++i) width += columns_.at(at_++);
  pugi::xml_node cell = row_.append_child("w:tc");
  pugi::xml_node properties = cell.append_child("w:tcPr");
  add(properties, "w:tcW", "w:w", width).append_attribute("w:type") = "dxa";
  if (columns > 1) add(properties, "w:gridSpan", "w:val", columns);
  return cell;
}

int text_area(Orientation orientation) {
  return (orientation == Orientation::portrait ? k_short : k_long) - k_left - k_right;
}

void add_section(pugi::xml_node body, Orientation orientation, bool is_last) {
  const bool is_landscape = orientation == Orientation::landscape;
  pugi::xml_node parent = body;
  if (!is_last) parent = body.append_child("w:p").append_child("w:pPr");
  pugi::xml_node section = parent.append_child("w:sectPr");
  for (const auto& [type, id] : {std::pair{"default", "rId2"}, std::pair{"first", "rId3"}}) {
    pugi::xml_node header = section.append_child("w:headerReference");
    header.append_attribute("w:type") = type;
    header.append_attribute("r:id") = id;
  }
  section.append_child("w:type").append_attribute("w:val") = "nextPage";
  pugi::xml_node size = add(section, "w:pgSz", "w:w", is_landscape ? k_long : k_short);
  size.append_attribute("w:h") = is_landscape ? k_short : k_long;
  if (is_landscape) size.append_attribute("w:orient") = "landscape";
  pugi::xml_node margins = add(section, "w:pgMar", "w:top", k_top);
  margins.append_attribute("w:right") = k_right;
  margins.append_attribute("w:bottom") = k_top;
  margins.append_attribute("w:left") = k_left;
  margins.append_attribute("w:header") = k_page_number;
  margins.append_attribute("w:footer") = k_page_number;
  margins.append_attribute("w:gutter") = 0;
  add(section, "w:pgNumType", "w:start", 1);
  section.append_child("w:titlePg");
}

}  // namespace dondoc
