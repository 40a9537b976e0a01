#include "app/table_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "app/csv.h"
#include "app/workbook.h"
#include "engine/codec/near_name.h"
#include "engine/codec/utf8.h"

namespace dondoc {
namespace {

std::string trimmed(std::string_view text) {
  constexpr std::string_view k_blank = " \t";
  const auto first = text.find_first_not_of(k_blank);
  if (first == text.npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(k_blank) - first + 1));
}

/// How a place in the file is called.
struct Places {
  std::string_view word;  ///< "line", or "row" of a sheet
  std::string at(std::size_t line) const {
    return line == 0 ? "" : fmt::format("{} {}", word, line);
  }
};

/// The columns in the order of the file, as places among those asked for; faults for unknown,
/// double and missing ones.
std::vector<std::size_t> read_header(const std::vector<TableColumn>& columns, const CsvRow& header,
                                     const Places& places, Faults& faults) {
  std::vector<std::string_view> names;
  for (const TableColumn& column : columns) names.push_back(column.name);
  std::vector<std::size_t> order;
  for (const std::string& field : header.fields) {
    const std::string name = trimmed(field);
    const auto found = std::find(names.begin(), names.end(), name);
    const auto column = static_cast<std::size_t>(found - names.begin());
    if (found == names.end()) {
      faults.add(places.at(header.line), fmt::format("unknown column '{}'{}; there are {}", name,
                                                     suggestion(name, names), listed(names)));
    } else if (std::find(order.begin(), order.end(), column) != order.end()) {
      faults.add(places.at(header.line), fmt::format("column '{}' stands twice", name));
    } else {
      order.push_back(column);
    }
  }
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const bool missing = std::find(order.begin(), order.end(), i) == order.end();
    if (columns[i].required && missing)
      faults.add(places.at(header.line), fmt::format("column '{}' is missing", columns[i].name));
  }
  return order;
}

}  // namespace

std::vector<std::string> several_in(std::string_view field) {
  std::vector<std::string> items;
  for (std::size_t from = 0; from <= field.size();) {
    const std::size_t to = std::min(field.find(';', from), field.size());
    if (std::string item = trimmed(field.substr(from, to - from)); !item.empty())
      items.push_back(std::move(item));
    from = to + 1;
  }
  return items;
}

std::optional<std::vector<TableRow>> read_table(const std::vector<TableColumn>& columns,
                                                TableFormat format, std::string_view text,
                                                Faults& faults) {
  const bool is_workbook = format == TableFormat::workbook;
  if (const auto at = is_workbook ? std::nullopt : first_invalid_byte(text)) {
    faults.add("", fmt::format("not valid UTF-8 at byte {}; save the file as UTF-8", *at + 1));
    return std::nullopt;
  }
  const Places places{is_workbook ? "row" : "line"};
  const CsvTable csv = is_workbook ? read_workbook(text) : read_csv(text);
  for (const CsvFault& fault : csv.faults) faults.add(places.at(fault.line), fault.message);
  if (csv.rows.empty() && csv.faults.empty()) faults.add(places.at(1), "a header row is missing");
  if (!faults.none()) return std::nullopt;
  const auto order = read_header(columns, csv.rows.front(), places, faults);
  if (!faults.none()) return std::nullopt;
  std::vector<TableRow> rows;
  for (std::size_t i = 1; i < csv.rows.size(); ++i) {
    const CsvRow& row = csv.rows[i];
    if (row.fields.size() != order.size()) {
      faults.add(places.at(row.line),
                 fmt::format("{} fields, but the header has {}", row.fields.size(), order.size()));
      continue;
    }
    TableRow read{places.at(row.line), std::vector<std::string>(columns.size())};
    for (std::size_t k = 0; k < order.size(); ++k) read.fields[order[k]] = trimmed(row.fields[k]);
    rows.push_back(std::move(read));
  }
  if (rows.empty() && faults.none()) faults.add("", "the file has a header but no row");
  if (rows.empty()) return std::nullopt;
  return rows;
}

}  // namespace dondoc
