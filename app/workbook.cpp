#include "app/workbook.h"

#include <fmt/format.h>

#include <charconv>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <utility>
#include <vector>

#include "intake/source/zip_reading.h"

namespace dondoc {
namespace {

constexpr std::size_t k_part_bytes = 64 * 1024 * 1024;
constexpr std::size_t k_rows_most = 100'001;
constexpr std::size_t k_columns_most = 100;

/// 0 → "A", 27 → "AB".
std::string column_name(std::size_t column) {
  std::string name;
  for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    name.insert(name.begin(), static_cast<char>('A' + (rest - 1) % 26));
  return name;
}

/// "C5" → 2; none when there are no letters in front.
std::optional<std::size_t> column_of(std::string_view reference) {
  std::size_t column = 0;
  for (const char c : reference) {
    if (c < 'A' || c > 'Z' || column > k_columns_most) break;
    column = column * 26 + static_cast<std::size_t>(c - 'A' + 1);
  }
  return column == 0 ? std::nullopt : std::optional(column - 1);
}

std::optional<std::size_t> number_of(std::string_view text) {
  std::size_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc{} || read.ptr != text.data() + text.size()) return std::nullopt;
  return number;
}

/// The text of <si> or <is>: its own, or that of its runs; how it is pronounced is left out.
std::string text_of(const pugi::xml_node& item) {
  std::string text;
  for (const pugi::xml_node& child : item.children()) {
    const std::string_view name = child.name();
    if (name == "t") text += child.text().get();
    if (name == "r") text += child.child("t").text().get();
  }
  return text;
}

class WorkbookReader {
 public:
  CsvTable run(std::string_view bytes) {
    auto zip = ZipReading::open(bytes);
    if (!zip) return failed(zip.error().message);
    pugi::xml_document texts;
    if (zip->has("xl/sharedStrings.xml")) {
      if (!load(*zip, "xl/sharedStrings.xml", texts)) return std::move(table_);
      for (const pugi::xml_node& item : texts.document_element().children("si"))
        texts_.push_back(text_of(item));
    }
    const std::string sheet = first_sheet(*zip);
    pugi::xml_document document;
    if (sheet.empty() || !load(*zip, sheet, document)) return std::move(table_);
    std::size_t last = 0;
    for (const pugi::xml_node& row :
         document.document_element().child("sheetData").children("row")) {
      last = number_of(row.attribute("r").value()).value_or(last + 1);
      read_row(row, last);
      if (table_.rows.size() > k_rows_most)
        return failed(fmt::format("more than {} rows", k_rows_most - 1));
    }
    return std::move(table_);
  }

 private:
  CsvTable failed(std::string message) {
    table_.rows.clear();
    table_.faults.push_back({0, std::move(message)});
    return std::move(table_);
  }

  bool load(const ZipReading& zip, const std::string& name, pugi::xml_document& document) {
    auto text = zip.entry(name, k_part_bytes);
    if (!text) {
      table_ = {{}, {{0, "the workbook cannot be read: " + text.error().message}}};
      return false;
    }
    const auto parsed = document.load_buffer(text->data(), text->size(),
                                             pugi::parse_default | pugi::parse_ws_pcdata_single);
    if (parsed) return true;
    table_ = {{},
              {{0, fmt::format("the workbook cannot be read: {}: {} at byte {}", name,
                               parsed.description(), parsed.offset)}}};
    return false;
  }

  /// Where the part of the first sheet stands; empty, with a fault, when that cannot be told.
  std::string first_sheet(const ZipReading& zip) {
    pugi::xml_document book;
    pugi::xml_document relations;
    if (!load(zip, "xl/workbook.xml", book) || !load(zip, "xl/_rels/workbook.xml.rels", relations))
      return {};
    const std::string_view id =
        book.document_element().child("sheets").child("sheet").attribute("r:id").value();
    for (const pugi::xml_node& relation : relations.document_element().children("Relationship")) {
      if (id.empty() || relation.attribute("Id").value() != id) continue;
      const std::string target = relation.attribute("Target").value();
      return target.starts_with('/') ? target.substr(1) : "xl/" + target;
    }
    table_ = {{}, {{0, "the workbook names no sheet"}}};
    return {};
  }

  void fault(std::size_t row, std::size_t column, const std::string& what) {
    table_.faults.push_back({row, fmt::format("column {}: {}", column_name(column), what)});
  }

  void read_row(const pugi::xml_node& node, std::size_t number) {
    CsvRow row{number, {}};
    std::size_t next = 0;
    for (const pugi::xml_node& cell : node.children("c")) {
      const std::size_t column = column_of(cell.attribute("r").value()).value_or(next);
      next = column + 1;
      std::string text = value_of(cell, number, column);
      if (text.empty()) continue;
      if (column >= k_columns_most)
        return fault(number, k_columns_most,
                     fmt::format("a cell beside the first {} columns", k_columns_most));
      if (row.fields.size() <= column) row.fields.resize(column + 1);
      row.fields[column] = std::move(text);
    }
    if (row.fields.empty()) return;
    if (!table_.rows.empty()) fit_to_header(row);
    table_.rows.push_back(std::move(row));
  }

  void fit_to_header(CsvRow& row) {
    const std::size_t width = table_.rows.front().fields.size();
    if (row.fields.size() > width)
      fault(row.line, row.fields.size() - 1, "a cell beside the columns that the header names");
    row.fields.resize(width);
  }

  std::string value_of(const pugi::xml_node& cell, std::size_t row, std::size_t column) {
    const std::string_view type = cell.attribute("t").value();
    if (type == "inlineStr") return text_of(cell.child("is"));
    const std::string_view value = cell.child("v").text().get();
    if (type == "e") {
      fault(row, column, fmt::format("the cell holds an error ({})", value));
      return {};
    }
    if (type != "s") return std::string(value);
    const auto place = number_of(value);
    if (place && *place < texts_.size()) return texts_[*place];
    fault(row, column, "its text is not in the workbook");
    return {};
  }

  std::vector<std::string> texts_;
  CsvTable table_;
};

}  // namespace

CsvTable read_workbook(std::string_view bytes) { return WorkbookReader().run(bytes); }

}  // namespace dondoc
