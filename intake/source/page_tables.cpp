#include "intake/source/page_tables.h"

#include <algorithm>
#include <utility>

#include "intake/source/clean_text.h"
#include "intake/source/head_columns.h"
#include "intake/source/page_bands.h"

namespace dondoc {
namespace {

/// A band of a table, cut into cells line by line.
struct GridBand {
  double top = 0;
  double bottom = 0;
  double em = 0;
  std::vector<std::vector<std::string>> lines;  ///< cells by line

  bool has_number() const {
    return std::any_of(lines.begin(), lines.end(), [](const std::vector<std::string>& cells) {
      return is_item_mark(clean_text(cells[0]));
    });
  }
  bool has_first_column() const {
    return std::any_of(lines.begin(), lines.end(),
                       [](const std::vector<std::string>& cells) { return !cells[0].empty(); });
  }
};
using Grid = std::vector<GridBand>;

/// The foot: recipients beside the signature.
bool is_foot(const Grid& grid) {
  for (const GridBand& band : grid) {
    for (const auto& cells : band.lines)
      if (clean_text(cells[0]).starts_with("Nơi nhận")) return true;
  }
  return false;
}

class Rows {
 public:
  explicit Rows(const Grid& grid) : grid_(grid), begins_(grid.size(), false) { begins_[0] = true; }

  void find() {
    std::vector<std::size_t> numbers;
    for (std::size_t i = 0; i < grid_.size(); ++i)
      if (grid_[i].has_number()) numbers.push_back(i);
    if (numbers.empty()) return find_by_room_or_first_column();
    std::size_t after = 0;
    for (const std::size_t number : numbers) {
      if (number > after) begins_[cut_between(after, number)] = true;
      after = number;
    }
  }

  std::vector<std::vector<std::string>> take(bool keeps_lines) const {
    std::vector<std::vector<std::string>> rows;
    for (std::size_t i = 0; i < grid_.size(); ++i) {
      if (begins_[i]) rows.emplace_back(grid_[i].lines[0].size());
      for (const auto& cells : grid_[i].lines) {
        for (std::size_t column = 0; column < cells.size(); ++column)
          append(rows.back()[column], cells[column], keeps_lines);
      }
    }
    return rows;
  }

 private:
  double room_above(std::size_t band) const { return grid_[band].top - grid_[band - 1].bottom; }

  /// The band with which the row of the number in band `next` begins. Where there is more room than
  /// elsewhere; in rows set evenly the number stands in the first line.
  std::size_t cut_between(std::size_t before, std::size_t next) const {
    constexpr double k_more = 0.08;  // of an em: less than a border with its margins
    std::size_t widest = before + 1;
    std::size_t narrowest = before + 1;
    for (std::size_t i = before + 1; i <= next; ++i) {
      if (room_above(i) >= room_above(widest)) widest = i;
      if (room_above(i) < room_above(narrowest)) narrowest = i;
    }
    const double more = room_above(widest) - room_above(narrowest);
    return more > k_more * grid_[next].em ? widest : next;
  }

  void find_by_room_or_first_column() {
    constexpr double k_further = 0.2;
    std::vector<double> rooms;
    for (std::size_t i = 1; i < grid_.size(); ++i) rooms.push_back(room_above(i));
    std::sort(rooms.begin(), rooms.end());
    bool is_parted = false;
    for (std::size_t i = 1; i < grid_.size(); ++i) {
      begins_[i] = room_above(i) > rooms[rooms.size() / 4] + k_further * grid_[i].em;
      is_parted |= begins_[i];
    }
    if (is_parted) return;
    for (std::size_t i = 1; i < grid_.size(); ++i) begins_[i] = grid_[i].has_first_column();
  }

  static bool begins_paragraph(std::string_view text) {
    const auto space = text.find(' ');
    return space != text.npos && is_item_mark(text.substr(0, space)) &&
           text.find_first_of("-+*.)") < space;
  }

  static void append(std::string& cell, const std::string& line, bool keeps_lines) {
    if (line.empty()) return;
    if (!cell.empty()) cell += keeps_lines || begins_paragraph(line) ? '\n' : ' ';
    cell += line;
  }

  const Grid& grid_;
  std::vector<bool> begins_;
};

Grid grid_of(const PageColumns& columns, const std::vector<PageLine>& lines,
             const std::vector<PageBand>& bands) {
  Grid grid;
  for (std::size_t i = columns.first; i < columns.last; ++i) {
    grid.push_back({bands[i].top, bands[i].bottom, bands[i].em, {}});
    for (std::size_t line = bands[i].first; line < bands[i].last; ++line)
      grid.back().lines.push_back(cells_of(lines[line], columns.gutters));
  }
  return grid;
}

PageTable table_of(const PageColumns& columns, const std::vector<PageLine>& lines,
                   const std::vector<PageBand>& bands, bool is_head) {
  const Grid grid = grid_of(columns, lines, bands);
  const bool is_one_row = columns.gutters.size() == 1 && (is_head || is_foot(grid));
  PageTable table;
  table.first = bands[columns.first].first;
  table.last = bands[columns.last - 1].last;
  table.columns = strips_of(columns, bands);
  table.is_one_row = is_one_row;
  Rows rows(grid);
  if (!is_one_row) rows.find();
  table.rows = rows.take(is_one_row);
  const bool has_numbers =
      std::any_of(grid.begin(), grid.end(), [](const GridBand& band) { return band.has_number(); });
  table.begins_within_row = table.rows.front()[0].empty() && (has_numbers || grid.size() == 1);
  return table;
}

}  // namespace

std::vector<PageTable> tables_of(const std::vector<PageLine>& lines, const PageBefore& before) {
  constexpr std::size_t k_head_begins = 5;
  const std::vector<PageBand> bands = bands_of(lines);
  std::vector<PageTable> tables;
  for (const PageColumns& columns : columns_on(lines, bands, before)) {
    const bool is_head = before.page == 0 && tables.empty() && columns.first < k_head_begins;
    tables.push_back(table_of(columns, lines, bands, is_head));
  }
  return tables;
}

}  // namespace dondoc
