#include "intake/language/task_table.h"

#include <algorithm>

namespace dondoc::intake {
namespace {

Columns headings_of(const Paragraph& row) {
  Columns columns;
  std::size_t found = 0;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const TableColumn column = table_heading_of(row.cells[i]);
    if (column == TableColumn::unknown) continue;
    ++found;
    columns.emplace(column, i);
  }
  return found >= 2 ? columns : Columns{};
}

}  // namespace

TaskTables::TaskTables(const Outline& outline) : table_of_(outline.nodes.size(), 0) {
  for (std::size_t i = 0; i < outline.nodes.size(); ++i) {
    const Paragraph& row = outline.nodes[i].paragraph;
    if (row.kind != ParagraphKind::table_row) continue;
    const Columns columns = headings_of(row);
    const bool heading = !columns.empty();
    if (heading && by_table_[row.table].size() < columns.size()) {
      by_table_[row.table] = columns;
      continue;
    }
    if (!by_table_[row.table].empty()) table_of_[i] = row.table;
  }
}

const Columns* TaskTables::columns_of(std::size_t node) const {
  if (table_of_[node] == 0) return nullptr;
  const auto found = by_table_.find(table_of_[node]);
  return found == by_table_.end() ? nullptr : &found->second;
}

CellRange cell_range(const Node& row, std::size_t column) {
  const Paragraph& paragraph = row.paragraph;
  if (column >= paragraph.begins.size()) return {};
  const std::size_t from = paragraph.begins[column];
  const std::size_t to = from + paragraph.cells[column].size();
  CellRange range;
  while (range.begin < row.tokens.size() && row.tokens[range.begin].begin < from) ++range.begin;
  range.end = range.begin;
  while (range.end < row.tokens.size() && row.tokens[range.end].begin < to) ++range.end;
  return range;
}

}  // namespace dondoc::intake
