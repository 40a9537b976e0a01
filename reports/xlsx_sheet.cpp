#include "reports/xlsx_sheet.h"

#include <fmt/format.h>

#include <pugixml.hpp>
#include <set>

#include "engine/check.h"
#include "reports/xlsx_styles.h"
#include "reports/xml_text.h"
#include "reports/zip_archive.h"

namespace dondoc {
namespace {

constexpr const char* k_main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr const char* k_relations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr const char* k_package_relations =
    "http://schemas.openxmlformats.org/package/2006/relationships";
constexpr std::size_t k_name_most = 31;
constexpr std::size_t k_text_most = 32'767;
/// Day 0 of spreadsheets is 30/12/1899.
constexpr double k_days_before_1970 = 25'569;
constexpr double k_minutes_of_day = 24 * 60;

/// The first `most` letters.
std::string cut(const std::string& text, std::size_t most) {
  std::size_t letters = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool begins_letter = (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80;
    if (begins_letter && letters++ == most) return text.substr(0, i);
  }
  return text;
}

std::string sheet_name(const std::string& name) {
  std::string clean = xml_text(name);
  for (char& c : clean) {
    if (std::string_view("[]:*?/\\'").find(c) != std::string_view::npos) c = ' ';
  }
  return cut(clean, k_name_most);
}

void fill(pugi::xml_node cell, const SheetCell& content, bool is_head) {
  if (const auto* text = std::get_if<std::string>(&content.value)) {
    CHECK(content.formula.empty());
    const std::string clean = cut(xml_text(*text), k_text_most);
    cell.append_attribute("s") = text_style(clean, content.bold, is_head);
    cell.append_attribute("t") = "inlineStr";
    pugi::xml_node node = cell.append_child("is").append_child("t");
    node.append_attribute("xml:space") = "preserve";
    node.text().set(clean.c_str());
    return;
  }
  cell.append_attribute("s") = number_style(content.form, content.bold);
  if (!content.formula.empty()) cell.append_child("f").text().set(content.formula.c_str());
  if (const auto* number = std::get_if<double>(&content.value))
    cell.append_child("v").text().set(fmt::format("{}", *number).c_str());
}

void add_view(pugi::xml_node root, const Sheet& sheet) {
  pugi::xml_node view = root.append_child("sheetViews").append_child("sheetView");
  view.append_attribute("workbookViewId") = 0;
  pugi::xml_node pane = view.append_child("pane");
  if (sheet.frozen_columns > 0) pane.append_attribute("xSplit") = sheet.frozen_columns;
  pane.append_attribute("ySplit") = 1;
  pane.append_attribute("topLeftCell") =
      (column_name(static_cast<std::size_t>(sheet.frozen_columns)) + "2").c_str();
  pane.append_attribute("activePane") = sheet.frozen_columns > 0 ? "bottomRight" : "bottomLeft";
  pane.append_attribute("state") = "frozen";
}

void add_columns(pugi::xml_node root, const std::vector<double>& widths) {
  if (widths.empty()) return;
  pugi::xml_node columns = root.append_child("cols");
  for (std::size_t i = 0; i < widths.size(); ++i) {
    pugi::xml_node column = columns.append_child("col");
    column.append_attribute("min") = i + 1;
    column.append_attribute("max") = i + 1;
    column.append_attribute("width") = widths[i];
    column.append_attribute("customWidth") = 1;
  }
}

void add_rows(pugi::xml_node root, const Sheet& sheet) {
  pugi::xml_node data = root.append_child("sheetData");
  for (std::size_t r = 0; r < sheet.rows.size(); ++r) {
    pugi::xml_node row = data.append_child("row");
    row.append_attribute("r") = r + 1;
    for (std::size_t c = 0; c < sheet.rows[r].size(); ++c) {
      pugi::xml_node cell = row.append_child("c");
      cell.append_attribute("r") = (column_name(c) + std::to_string(r + 1)).c_str();
      fill(cell, sheet.rows[r][c], r == 0);
    }
  }
}

void add_page(pugi::xml_node root) {
  pugi::xml_node page = root.append_child("pageSetup");
  page.append_attribute("paperSize") = 9;  // A4
  page.append_attribute("orientation") = "landscape";
  page.append_attribute("fitToWidth") = 1;
  page.append_attribute("fitToHeight") = 0;
}

std::string sheet_xml(const Sheet& sheet) {
  pugi::xml_document document;
  pugi::xml_node root = document.append_child("worksheet");
  root.append_attribute("xmlns") = k_main;
  root.append_child("sheetPr").append_child("pageSetUpPr").append_attribute("fitToPage") = 1;
  add_view(root, sheet);
  add_columns(root, sheet.widths);
  add_rows(root, sheet);
  add_page(root);
  return xml_bytes(document);
}

std::string workbook_xml(const std::vector<Sheet>& sheets) {
  pugi::xml_document document;
  pugi::xml_node root = document.append_child("workbook");
  root.append_attribute("xmlns") = k_main;
  root.append_attribute("xmlns:r") = k_relations;
  pugi::xml_node list = root.append_child("sheets");
  std::set<std::string> names;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const std::string name = sheet_name(sheets[i].name);
    CHECK(names.insert(name).second);
    pugi::xml_node sheet = list.append_child("sheet");
    sheet.append_attribute("name") = name.c_str();
    sheet.append_attribute("sheetId") = i + 1;
    sheet.append_attribute("r:id") = fmt::format("rId{}", i + 1).c_str();
  }
  return xml_bytes(document);
}

void relate(pugi::xml_node root, const std::string& id, const char* type, const std::string& to) {
  pugi::xml_node relation = root.append_child("Relationship");
  relation.append_attribute("Id") = id.c_str();
  relation.append_attribute("Type") = (std::string(k_relations) + "/" + type).c_str();
  relation.append_attribute("Target") = to.c_str();
}

std::string workbook_relations(std::size_t sheets) {
  pugi::xml_document document;
  pugi::xml_node root = document.append_child("Relationships");
  root.append_attribute("xmlns") = k_package_relations;
  for (std::size_t i = 1; i <= sheets; ++i)
    relate(root, fmt::format("rId{}", i), "worksheet", fmt::format("worksheets/sheet{}.xml", i));
  relate(root, fmt::format("rId{}", sheets + 1), "styles", "styles.xml");
  return xml_bytes(document);
}

std::string package_relations() {
  pugi::xml_document document;
  pugi::xml_node root = document.append_child("Relationships");
  root.append_attribute("xmlns") = k_package_relations;
  relate(root, "rId1", "officeDocument", "xl/workbook.xml");
  return xml_bytes(document);
}

std::string content_types(std::size_t sheets) {
  const std::string spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  pugi::xml_document document;
  pugi::xml_node root = document.append_child("Types");
  root.append_attribute("xmlns") = "http://schemas.openxmlformats.org/package/2006/content-types";
  const auto add = [&](const char* node, const char* what, const std::string& name,
                       const std::string& type) {
    pugi::xml_node entry = root.append_child(node);
    entry.append_attribute(what) = name.c_str();
    entry.append_attribute("ContentType") = type.c_str();
  };
  add("Default", "Extension", "rels", "application/vnd.openxmlformats-package.relationships+xml");
  add("Default", "Extension", "xml", "application/xml");
  add("Override", "PartName", "/xl/workbook.xml", spreadsheet + "sheet.main+xml");
  add("Override", "PartName", "/xl/styles.xml", spreadsheet + "styles+xml");
  for (std::size_t i = 1; i <= sheets; ++i)
    add("Override", "PartName", fmt::format("/xl/worksheets/sheet{}.xml", i),
        spreadsheet + "worksheet+xml");
  return xml_bytes(document);
}

}  // namespace

SheetCell text_cell(std::string text, bool bold) {
  return {std::move(text), NumberForm::plain, bold, ""};
}

SheetCell number_cell(double value, NumberForm form, bool bold) { return {value, form, bold, ""}; }

SheetCell date_cell(LocalDate date) {
  return {date.days_since_1970() + k_days_before_1970, NumberForm::date, false, ""};
}

SheetCell time_cell(Instant at, const Zone& zone) {
  const double minutes = zone.time_of(at).minutes;
  return {zone.date_of(at).days_since_1970() + k_days_before_1970 + minutes / k_minutes_of_day,
          NumberForm::date_time, false, ""};
}

std::string column_name(std::size_t column) {
  std::string name;
  for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    name.insert(name.begin(), static_cast<char>('A' + (rest - 1) % 26));
  return name;
}

std::string xlsx_package(const std::vector<Sheet>& sheets) {
  CHECK(!sheets.empty());
  std::vector<ZipMember> members{{"[Content_Types].xml", content_types(sheets.size())},
                                 {"_rels/.rels", package_relations()},
                                 {"xl/workbook.xml", workbook_xml(sheets)},
                                 {"xl/_rels/workbook.xml.rels", workbook_relations(sheets.size())},
                                 {"xl/styles.xml", styles_xml()}};
  for (std::size_t i = 0; i < sheets.size(); ++i)
    members.push_back({fmt::format("xl/worksheets/sheet{}.xml", i + 1), sheet_xml(sheets[i])});
  return zip_archive(members);
}

}  // namespace dondoc
