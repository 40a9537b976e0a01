#include "intake/source/page_tables.h"

#include <algorithm>
#include <utility>

#include "intake/source/clean_text.h"
#include "intake/source/head_columns.h"
#include "intake/source/page_columns.h"

namespace dondoc {
namespace {

/// The lines of a table by cell.
using Grid = std::vector<std::vector<std::string>>;

bool is_number(const std::string& cell) { return is_item_mark(clean_text(cell)); }

/// The foot: recipients beside the signature.
bool is_foot(const Grid& grid) {
  return std::any_of(grid.begin(), grid.end(), [](const std::vector<std::string>& cells) {
    return cells[0].find("Nơi nhận") != std::string::npos ||
           cells[0].find("Nơi gửi") != std::string::npos;
  });
}

/// How many lines begin with a number in the first column.
std::size_t numbered(const Grid& grid) {
  return static_cast<std::size_t>(std::count_if(
      grid.begin(), grid.end(),
      [](const std::vector<std::string>& cells) { return is_number(cells[0]); }));
}

/// Whether a row begins at each line; the first one always does.
using Begins = std::vector<bool>;

/// Where the lines stand further apart than those of one cell.
Begins begins_by_room(const std::vector<PageLine>& lines, const PageTable& table) {
  constexpr double k_further = 1.2;
  std::vector<double> pitches;
  for (std::size_t i = table.first + 1; i < table.last; ++i)
    pitches.push_back(lines[i].top - lines[i - 1].top);
  std::vector<double> sorted = pitches;
  std::sort(sorted.begin(), sorted.end());
  // Columns that are centred in their rows stand between the lines of others: too close to count.
  const double height = lines[table.first].height();
  sorted.erase(sorted.begin(), std::find_if(sorted.begin(), sorted.end(),
                                            [&](double p) { return p > 0.8 * height; }));
  Begins begins(1, true);
  for (const double pitch : pitches)
    begins.push_back(!sorted.empty() && pitch > k_further * sorted[sorted.size() / 10]);
  return begins;
}

/// Where the first column has a number; in a table without numbers, where it has anything.
Begins begins_by_first_column(const Grid& grid) {
  const bool has_numbers = numbered(grid) * 2 >= 2;
  Begins begins;
  for (std::size_t i = 0; i < grid.size(); ++i) {
    const std::string& cell = grid[i][0];
    begins.push_back(i == 0 || (has_numbers ? is_number(cell) : !cell.empty()));
  }
  return begins;
}

/// Room between rows is believed when it parts the numbers of the first column.
bool is_believable(const Begins& begins, const Grid& grid) {
  if (std::count(begins.begin(), begins.end(), true) < 2) return false;
  std::size_t numbers = 0;
  for (std::size_t i = 0; i < grid.size(); ++i) {
    if (begins[i]) numbers = 0;
    if (is_number(grid[i][0]) && ++numbers > 1) return false;
  }
  return true;
}

bool begins_paragraph(std::string_view text) {
  for (const std::string_view mark : {"- ", "+ ", "• ", "* "})
    if (text.starts_with(mark)) return true;
  const auto space = text.find(' ');
  return space != text.npos && is_item_mark(text.substr(0, space));
}

void append(std::string& cell, const std::string& line, bool keeps_lines) {
  if (line.empty()) return;
  if (!cell.empty()) cell += keeps_lines || begins_paragraph(line) ? '\n' : ' ';
  cell += line;
}

Grid rows_of(const Grid& grid, const Begins& begins, bool keeps_lines) {
  Grid rows;
  for (std::size_t i = 0; i < grid.size(); ++i) {
    if (begins[i]) rows.emplace_back(grid[i].size());
    for (std::size_t column = 0; column < grid[i].size(); ++column)
      append(rows.back()[column], grid[i][column], keeps_lines);
  }
  return rows;
}

void fill(PageTable& table, const std::vector<PageLine>& lines, bool is_head) {
  Grid grid;
  for (std::size_t i = table.first; i < table.last; ++i)
    grid.push_back(cells_of(lines[i], table.gutters));
  const bool is_one_row = table.gutters.size() == 1 && (is_head || is_foot(grid));
  Begins begins(grid.size(), false);
  begins[0] = true;
  if (!is_one_row) {
    begins = begins_by_room(lines, table);
    if (!is_believable(begins, grid)) begins = begins_by_first_column(grid);
  }
  table.rows = rows_of(grid, begins, is_one_row);
  table.begins_within_row = !is_one_row && numbered(grid) > 0 && table.rows.front()[0].empty();
}

}  // namespace

std::vector<PageTable> tables_of(const std::vector<PageLine>& lines, std::size_t page) {
  std::vector<PageTable> tables = columns_on(lines, page);
  for (std::size_t i = 0; i < tables.size(); ++i) {
    constexpr std::size_t k_head_begins = 5;
    const bool is_head = page == 0 && i == 0 && tables[i].first < k_head_begins;
    fill(tables[i], lines, is_head);
  }
  return tables;
}

bool goes_on(const PageTable& before, const PageTable& after) {
  if (before.gutters.size() != after.gutters.size()) return false;
  for (std::size_t i = 0; i < before.gutters.size(); ++i) {
    const Gutter& a = before.gutters[i];
    const Gutter& b = after.gutters[i];
    if (a.right < b.left || b.right < a.left) return false;
  }
  return true;
}

}  // namespace dondoc
