#include "intake/language/budget_table.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>

#include "intake/language/deadlines.h"
#include "intake/language/figure_words.h"
#include "intake/language/figures.h"
#include "intake/language/task_table.h"

namespace dondoc::intake {
namespace {

class BudgetTables {
 public:
  explicit BudgetTables(const Outline& outline) : outline_(outline), tables_(outline) {}

  std::vector<BudgetLine> read() {
    std::map<std::size_t, std::vector<Row>> by_table;
    for (std::size_t i = 0; i < outline_.nodes.size(); ++i) {
      const Node& node = outline_.nodes[i];
      if (node.zone != Zone::body || node.paragraph.kind != ParagraphKind::table_row) continue;
      learn_units(i);
      if (const Columns* columns = tables_.columns_of(i)) {
        if (auto row = row_of(i, *columns)) by_table[node.paragraph.table].push_back(*row);
      }
    }
    std::vector<BudgetLine> lines;
    for (auto& [table, rows] : by_table) put(std::move(rows), lines);
    return lines;
  }

 private:
  struct Row {
    BudgetLine line;
    bool total = false;
  };

  std::optional<Row> row_of(std::size_t i, const Columns& columns) const {
    const auto money = columns.find(TableColumn::money);
    if (money == columns.end()) return std::nullopt;
    const Node& node = outline_.nodes[i];
    const CellRange cell = cell_range(node, money->second);
    if (cell.begin >= cell.end) return std::nullopt;
    const auto number = number_at(node.tokens, cell.begin);
    if (!number || number->end != cell.end)
      return std::nullopt;  // with its unit: read as a text is
    const std::int64_t unit = unit_of(money->second);
    if (unit == 0 || number->value <= 0) return std::nullopt;
    Row row;
    row.line.amount_vnd = std::llround(number->value * static_cast<double>(unit));
    row.line.what = cell_text(node, columns, TableColumn::task);
    row.line.who = cell_text(node, columns, TableColumn::lead);
    row.line.quote = quote_of(node, 0, node.tokens.size());
    row.line.rule = "kinh-phi-bang";
    static const PatternList k_totals({"tổng cộng", "tổng số", "tổng kinh", "cộng", "tổng"});
    for (const std::string& text : node.paragraph.cells) {
      const Tokens words = tokens_of(text);
      row.total = row.total || k_totals.match(words, 0) > 0;
    }
    return row;
  }

  static std::string cell_text(const Node& node, const Columns& columns, TableColumn column) {
    const auto at = columns.find(column);
    const auto& cells = node.paragraph.cells;
    return at != columns.end() && at->second < cells.size() ? cells[at->second] : std::string();
  }

  /// What the row's table says of its columns; each row is looked at once.
  void learn_units(std::size_t i) {
    const Paragraph& row = outline_.nodes[i].paragraph;
    if (row.table != table_) {
      table_ = row.table;
      units_.clear();
      unit_above_ = unit_above(i);
    }
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
      const std::string& cell = row.cells[column];
      if (cell.empty() || table_heading_of(cell) != TableColumn::money) continue;
      if (const auto unit = unit_in(tokens_of(cell))) units_.emplace(column, unit);
    }
  }

  /// "Đơn vị tính: 1.000 đồng" in a line close above the table's first row; 0: nobody says.
  std::int64_t unit_above(std::size_t first) const {
    constexpr std::size_t k_lines_above = 3;
    static const PatternList k_said({"đơn vị tính", "đơn vị :", "đvt"});
    for (std::size_t above = first; above-- > 0 && first - above <= k_lines_above;) {
      const Tokens& tokens = outline_.nodes[above].tokens;
      if (k_said.find(tokens, 0, tokens.size()) >= tokens.size()) continue;
      if (const auto unit = unit_in(tokens)) return unit;
    }
    return 0;
  }

  /// What a figure of the column counts, in đồng; 0: nobody says.
  std::int64_t unit_of(std::size_t column) const {
    const auto unit = units_.find(column);
    return unit != units_.end() ? unit->second : unit_above_;
  }

  static std::int64_t unit_in(const Tokens& tokens) {
    for (std::size_t at = 0; at < tokens.size(); ++at) {
      const auto number = number_at(tokens, at);  // "1.000 đồng"
      if (number && number->value >= 1'000 && number->end < tokens.size() &&
          tokens[number->end].is("đồng"))
        return std::llround(number->value);
      if (const auto unit = money_units().match(tokens, at)) return *unit.value;
    }
    return 0;
  }

  static void put(std::vector<Row> rows, std::vector<BudgetLine>& lines) {
    const auto total =
        std::find_if(rows.begin(), rows.end(), [](const Row& row) { return row.total; });
    const bool one =
        total != rows.end() &&
        std::count_if(rows.begin(), rows.end(), [](const Row& r) { return r.total; }) == 1;
    std::int64_t sum = 0;
    for (const Row& row : rows) sum += row.total ? 0 : row.line.amount_vnd;
    const bool adds_up = one && sum == total->line.amount_vnd;
    if (adds_up) std::rotate(rows.begin(), total, total + 1);
    for (Row& row : rows) {
      row.line.part_of_total = adds_up && !row.total;
      lines.push_back(std::move(row.line));
    }
  }

  const Outline& outline_;
  TaskTables tables_;
  std::size_t table_ = 0;                      ///< being read
  std::map<std::size_t, std::int64_t> units_;  ///< of its columns
  std::int64_t unit_above_ = 0;
};

}  // namespace

std::vector<BudgetLine> budget_tables_of(const Outline& outline) {
  return BudgetTables(outline).read();
}

}  // namespace dondoc::intake
