#include "reports/xlsx_styles.h"

#include <array>
#include <pugixml.hpp>

#include "reports/xml_text.h"

namespace dondoc {
namespace {

/// In the order of NumberForm; 164 and above are our own number formats.
constexpr std::array<int, 8> k_formats = {0, 3, 164, 165, 166, 167, 168, 169};
constexpr std::array<const char*, 6> k_own_formats = {
    "#,##0.00", "0.00\"%\"", "0.0%", "\"Có\";;\"Không\"", "dd/mm/yyyy", "dd/mm/yyyy\\ hh:mm"};
constexpr int k_first_own_format = 164;
constexpr int k_forms = static_cast<int>(k_formats.size());

// 0 is what cells look like that hold nothing. Then come a plain and a bold style a number form,
// then those of texts.
constexpr int k_text = 1 + 2 * k_forms;
constexpr int k_bold_text = k_text + 1;
constexpr int k_guarded_text = k_text + 2;
constexpr int k_head = k_text + 3;

void add_number_formats(pugi::xml_node root) {
  pugi::xml_node list = root.append_child("numFmts");
  list.append_attribute("count") = k_own_formats.size();
  for (std::size_t i = 0; i < k_own_formats.size(); ++i) {
    pugi::xml_node format = list.append_child("numFmt");
    format.append_attribute("numFmtId") = k_first_own_format + static_cast<int>(i);
    format.append_attribute("formatCode") = k_own_formats[i];
  }
}

void add_fonts(pugi::xml_node root) {
  pugi::xml_node list = root.append_child("fonts");
  list.append_attribute("count") = 2;
  for (const bool bold : {false, true}) {
    pugi::xml_node font = list.append_child("font");
    if (bold) font.append_child("b");
    font.append_child("sz").append_attribute("val") = 12;
    font.append_child("name").append_attribute("val") = "Times New Roman";
  }
}

void add_fills_and_borders(pugi::xml_node root) {
  pugi::xml_node fills = root.append_child("fills");
  fills.append_attribute("count") = 2;
  for (const char* pattern : {"none", "gray125"})
    fills.append_child("fill").append_child("patternFill").append_attribute("patternType") =
        pattern;
  pugi::xml_node borders = root.append_child("borders");
  borders.append_attribute("count") = 2;
  for (const bool drawn : {false, true}) {
    pugi::xml_node border = borders.append_child("border");
    for (const char* side : {"left", "right", "top", "bottom", "diagonal"}) {
      pugi::xml_node line = border.append_child(side);
      if (drawn && std::string_view(side) != "diagonal") line.append_attribute("style") = "thin";
    }
  }
}

pugi::xml_node add_style(pugi::xml_node list, int format, bool bold) {
  pugi::xml_node style = list.append_child("xf");
  style.append_attribute("numFmtId") = format;
  style.append_attribute("fontId") = bold ? 1 : 0;
  style.append_attribute("fillId") = 0;
  style.append_attribute("borderId") = 1;
  style.append_attribute("xfId") = 0;
  for (const char* what : {"applyNumberFormat", "applyFont", "applyBorder", "applyAlignment"})
    style.append_attribute(what) = 1;
  return style;
}

void add_alignment(pugi::xml_node style, const char* horizontal) {
  pugi::xml_node alignment = style.append_child("alignment");
  if (*horizontal != '\0') alignment.append_attribute("horizontal") = horizontal;
  alignment.append_attribute("vertical") = "top";
  alignment.append_attribute("wrapText") = 1;
}

void add_cell_styles(pugi::xml_node root) {
  pugi::xml_node base = root.append_child("cellStyleXfs");
  base.append_attribute("count") = 1;
  base.append_child("xf");
  pugi::xml_node list = root.append_child("cellXfs");
  list.append_attribute("count") = k_head + 1;
  list.append_child("xf").append_attribute("xfId") = 0;
  for (const int format : k_formats) {
    for (const bool bold : {false, true}) add_alignment(add_style(list, format, bold), "");
  }
  add_alignment(add_style(list, 49, false), "");  // 49: text
  add_alignment(add_style(list, 49, true), "");
  pugi::xml_node guarded = add_style(list, 49, false);
  guarded.append_attribute("quotePrefix") = 1;
  add_alignment(guarded, "");
  add_alignment(add_style(list, 49, true), "center");
  pugi::xml_node names = root.append_child("cellStyles");
  names.append_attribute("count") = 1;
  pugi::xml_node usual = names.append_child("cellStyle");
  usual.append_attribute("name") = "Normal";
  usual.append_attribute("xfId") = 0;
  usual.append_attribute("builtinId") = 0;
}

}  // namespace

std::string styles_xml() {
  pugi::xml_document document;
  pugi::xml_node root = document.append_child("styleSheet");
  root.append_attribute("xmlns") = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  add_number_formats(root);
  add_fonts(root);
  add_fills_and_borders(root);
  add_cell_styles(root);
  return xml_bytes(document);
}

int number_style(NumberForm form, bool bold) {
  return 1 + 2 * static_cast<int>(form) + (bold ? 1 : 0);
}

int text_style(std::string_view text, bool bold, bool is_head) {
  if (is_head) return k_head;
  const bool looks_like_formula =
      !text.empty() && std::string_view("=+-@\t\r'").find(text[0]) != std::string_view::npos;
  if (looks_like_formula) return k_guarded_text;
  return bold ? k_bold_text : k_text;
}

}  // namespace dondoc
