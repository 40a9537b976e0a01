#include "intake/source/text_tables.h"

#include <algorithm>

namespace dondoc {
namespace {

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

bool is_ruler(std::string_view cell) {
  return !cell.empty() && cell.find_first_not_of("-: ") == cell.npos && cell.find('-') != cell.npos;
}

/// "1 | Tập huấn | Phòng Nội vụ | Tháng 4": without the outer bars, so told by its many inner ones
/// or by the bar at its end ("Số: 5/KH-UBND | Bình An, ngày … |").
bool has_inner_bars(std::string_view line) {
  constexpr std::size_t k_bars_most = 20;
  std::size_t bars = 0;
  for (auto at = line.find(" | "); at != line.npos; at = line.find(" | ", at + 2)) ++bars;
  if (bars > k_bars_most) return false;
  return bars >= 2 || (bars == 1 && line.back() == '|');
}

std::optional<TextRow> row_in_line(std::string_view line) {
  line = trimmed(line);
  if (line.size() < 3) return std::nullopt;
  const bool opened = line.front() == '|', closed = line.back() == '|';
  if (!(opened && closed) && !has_inner_bars(line)) return std::nullopt;
  TextRow row;
  if (opened) line.remove_prefix(1);
  if (closed) line.remove_suffix(1);
  for (;;) {
    auto end = line.find('|');
    while (end != line.npos && end > 0 && line[end - 1] == '\\') end = line.find('|', end + 1);
    row.cells.emplace_back(trimmed(line.substr(0, end)));
    if (end == line.npos) break;
    line.remove_prefix(end + 1);
  }
  if (row.cells.size() < 2) return std::nullopt;
  if (std::all_of(row.cells.begin(), row.cells.end(), is_ruler)) row.cells.clear();
  return row;
}

/// A lone "|" opens a row; each further one closes a cell. The row ends where the cell after a "|"
/// would be empty.
std::optional<TextRow> row_below(const std::vector<std::string_view>& lines, std::size_t at) {
  constexpr std::size_t k_cell_lines = 60;  // a lone "|" of another origin swallows no more
  const auto is_bar = [&](std::size_t i) { return trimmed(lines[i]) == "|"; };
  const auto ends_row = [&](std::size_t i) {
    return i >= lines.size() || trimmed(lines[i]).empty() || is_bar(i);
  };
  if (!is_bar(at)) return std::nullopt;
  TextRow row;
  std::string cell;
  std::size_t last_bar = at;
  for (std::size_t i = at + 1; i < lines.size() && i - last_bar <= k_cell_lines; ++i) {
    if (!is_bar(i)) {
      cell.append(cell.empty() ? "" : "\n").append(trimmed(lines[i]));
      continue;
    }
    row.cells.push_back(std::move(cell));
    cell.clear();
    last_bar = i;
    if (ends_row(i + 1)) break;
  }
  row.lines = last_bar - at + 1;
  if (row.cells.size() < 2) return std::nullopt;
  return row;
}

}  // namespace

std::optional<TextRow> text_row(const std::vector<std::string_view>& lines, std::size_t at) {
  if (auto row = row_in_line(lines[at])) return row;
  return row_below(lines, at);
}

}  // namespace dondoc
