#include "web/list_template.h"

#include <nlohmann/json.hpp>
#include <string_view>

#include "reports/csv_text.h"
#include "reports/export.h"
#include "reports/xlsx_sheet.h"
#include "web/file_answer.h"
#include "web/list_faults.h"

namespace dondoc {
namespace {

using nlohmann::json;

constexpr std::size_t k_faults_shown = 200;

/// The first sheet is to be filled in; the second says how.
std::string workbook_of(const ListTemplate& list, const PageWords& words) {
  Sheet form{list.sheet, {}, {{}}, 0};
  Sheet help{words.text("list_help_sheet"), {14, 70, 34}, {}, 0};
  help.rows.push_back({text_cell(words.text("list_column")), text_cell(words.text("list_meaning")),
                       text_cell(words.text("list_example"))});
  for (const ListColumn& column : list.columns) {
    form.widths.push_back(24);
    form.rows[0].push_back(text_cell(column.name));
    help.rows.push_back(
        {text_cell(column.name), text_cell(words.text(column.word)), text_cell(column.example)});
  }
  return xlsx_package({form, help});
}

std::string csv_of(const ListTemplate& list) {
  std::vector<std::string_view> head;
  for (const ListColumn& column : list.columns) head.emplace_back(column.name);
  return CsvText(head).bytes();
}

}  // namespace

std::optional<Response> template_answer(const std::string& name, const ListTemplate& list,
                                        const PageWords& words) {
  const auto format = export_kind_of(name);
  if (!format || (*format != ExportKind::csv && *format != ExportKind::xlsx)) return std::nullopt;
  const bool is_csv = *format == ExportKind::csv;
  const std::string file = list.file + (is_csv ? ".csv" : ".xlsx");
  if (name != file) return std::nullopt;
  return file_answer(std::string(media_type(*format)), file,
                     is_csv ? csv_of(list) : workbook_of(list, words));
}

json column_help(std::span<const ListColumn> columns, const PageWords& words) {
  json list = json::array();
  for (const ListColumn& column : columns)
    list.push_back(
        {{"name", column.name}, {"meaning", words.text(column.word)}, {"example", column.example}});
  return list;
}

json fault_rows(const std::vector<Fault>& faults, const PageWords& words) {
  json list = json::array();
  for (const Fault& fault : faults) {
    if (list.size() >= k_faults_shown) break;
    const FaultInWords said = fault_in_words(fault, words);
    list.push_back({{"row", said.row.empty() ? words.text("fault_file") : said.row},
                    {"column", said.column},
                    {"text", said.text},
                    {"foreign", said.is_foreign}});
  }
  return list;
}

}  // namespace dondoc
