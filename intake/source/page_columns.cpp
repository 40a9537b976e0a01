#include "intake/source/page_columns.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

#include "intake/source/clean_text.h"
#include "intake/source/head_columns.h"

namespace dondoc {
namespace {

// In heights of a line, which are some 1.15 em.
constexpr double k_wide_gap = 1.4;    ///< wider than any space within a justified line, as a rule
constexpr double k_lone_gap = 2.5;    ///< enough for a line alone
constexpr double k_row_gap = 1.3;     ///< between lines of a table; a blank line is more
// In points.
constexpr double k_gutter = 4;        ///< cells have a margin of 5.4 each, by Word's default
constexpr double k_aligned = 6;
constexpr double k_centred = 15;
constexpr std::size_t k_head_lines_on_page = 14;

using Gutters = std::vector<Gutter>;

/// The blanks of a line, the margins included.
Gutters blanks_of(const PageLine& line) {
  constexpr double k_infinite = std::numeric_limits<double>::infinity();
  Gutters blanks;
  double end = -k_infinite;
  for (const PageWord& word : line.words) {
    if (word.left > end) blanks.push_back({end, word.left});
    end = std::max(end, word.right);
  }
  blanks.push_back({end, k_infinite});
  return blanks;
}

Gutters wide_gaps_of(const PageLine& line) {
  Gutters gaps;
  for (const Gutter& blank : blanks_of(line))
    if (std::isfinite(blank.right - blank.left) &&
        blank.right - blank.left > k_wide_gap * line.height())
      gaps.push_back(blank);
  return gaps;
}

/// What of the gutter the line leaves free; none when it crosses.
std::optional<Gutter> narrowed(const Gutter& gutter, const PageLine& line) {
  std::optional<Gutter> best;
  for (const Gutter& blank : blanks_of(line)) {
    const Gutter common{std::max(gutter.left, blank.left), std::min(gutter.right, blank.right)};
    const double width = common.right - common.left;
    if (width >= k_gutter && (!best || width > best->right - best->left)) best = common;
  }
  return best;
}

/// Those gutters that the line leaves free, narrowed by it.
Gutters narrowed(const Gutters& gutters, const PageLine& line) {
  Gutters free;
  for (const Gutter& gutter : gutters)
    if (const auto common = narrowed(gutter, line)) free.push_back(*common);
  return free;
}

std::vector<bool> taken_columns(const PageLine& line, const Gutters& gutters) {
  std::vector<bool> taken(gutters.size() + 1);
  for (const PageWord& word : line.words) taken[column_of(word, gutters)] = true;
  return taken;
}

/// The only column a line has words in; none when there are several.
std::optional<std::size_t> only_column(const PageLine& line, const Gutters& gutters) {
  const std::vector<bool> taken = taken_columns(line, gutters);
  if (std::count(taken.begin(), taken.end(), true) != 1) return std::nullopt;
  return static_cast<std::size_t>(std::find(taken.begin(), taken.end(), true) - taken.begin());
}

/// How far the words of a column reach.
struct Extent {
  double left = std::numeric_limits<double>::infinity();
  double right = -std::numeric_limits<double>::infinity();

  void take(const PageWord& word) {
    left = std::min(left, word.left);
    right = std::max(right, word.right);
  }
};

class ColumnFinder {
 public:
  ColumnFinder(const std::vector<PageLine>& lines, std::size_t page)
      : lines_(lines), page_(page) {}

  std::vector<PageTable> run() {
    for (std::size_t at = 0; at < lines_.size();) {
      auto table = table_at(at);
      if (!table) {
        ++at;
        continue;
      }
      at = table->last;
      free_from_ = at;
      tables_.push_back(*std::move(table));
    }
    return std::move(tables_);
  }

 private:
  std::optional<PageTable> table_at(std::size_t at) {
    PageTable table{at, at + 1, wide_gaps_of(lines_[at]), {}, false};
    if (table.gutters.empty()) return std::nullopt;
    while (table.last < lines_.size() && take_below(table)) {
    }
    while (table.first > free_from_ && take_above(table)) {
    }
    if (!is_table(table)) return std::nullopt;
    return table;
  }

  bool in_head(std::size_t line) const { return page_ == 0 && line < k_head_lines_on_page; }

  double room_above(std::size_t line) const { return lines_[line].top - lines_[line - 1].bottom; }

  bool is_near(std::size_t line) const {
    const double most = in_head(line) ? 2.5 : k_row_gap;
    return room_above(line) < most * lines_[line].height();
  }

  bool take_below(PageTable& table) const {
    const PageLine& line = lines_[table.last];
    if (!is_near(table.last)) return false;
    const Gutters free = narrowed(table.gutters, line);
    // A line across all columns ends them; one across some is a cell merged over these.
    if (free.empty()) return false;
    const auto only = only_column(line, free);
    if (free.size() < table.gutters.size() && (only || free.size() * 2 < table.gutters.size()))
      return false;
    if (free.size() == table.gutters.size()) {
      if (only && !fits(table, line, *only)) return false;
      table.gutters = free;
      add_gutters(table, line);
    }
    ++table.last;
    return true;
  }

  bool take_above(PageTable& table) const {
    const PageLine& line = lines_[table.first - 1];
    if (!is_near(table.first)) return false;
    const Gutters free = narrowed(table.gutters, line);
    if (free.size() < table.gutters.size()) return false;
    const auto only = only_column(line, free);
    if (only && !fits(table, line, *only)) return false;
    table.gutters = free;
    --table.first;
    return true;
  }

  /// A line in one column belongs there when it begins where others do, or is centred as they are:
  /// a title below a head is centred on the page.
  bool fits(const PageTable& table, const PageLine& line, std::size_t column) const {
    Extent extent;
    bool begins_alike = false;
    for (std::size_t i = table.first; i < table.last; ++i) {
      bool is_first = true;
      for (const PageWord& word : lines_[i].words) {
        if (column_of(word, table.gutters) != column) continue;
        extent.take(word);
        begins_alike |= is_first && std::abs(word.left - line.left()) < k_aligned;
        is_first = false;
      }
    }
    const double centre = (extent.left + extent.right) / 2;
    const double own = (line.left() + line.right()) / 2;
    return begins_alike || std::abs(centre - own) < k_centred;
  }

  /// Columns that are empty in the lines so far show in a later one.
  void add_gutters(PageTable& table, const PageLine& line) const {
    for (const Gutter& gap : wide_gaps_of(line)) {
      std::optional<Gutter> common = gap;
      const bool is_known = std::any_of(
          table.gutters.begin(), table.gutters.end(), [&](const Gutter& known) {
            return known.left < gap.right && gap.left < known.right;
          });
      for (std::size_t i = table.first; i < table.last && common; ++i)
        common = narrowed(*common, lines_[i]);
      if (!is_known && common) table.gutters.push_back(*common);
    }
    std::sort(table.gutters.begin(), table.gutters.end(),
              [](const Gutter& a, const Gutter& b) { return a.left < b.left; });
  }

  bool is_table(const PageTable& table) const {
    std::size_t side_by_side = 0;
    bool is_list = table.gutters.size() == 1;
    for (std::size_t i = table.first; i < table.last; ++i) {
      const std::vector<std::string> cells = cells_of(lines_[i], table.gutters);
      const auto filled = std::count_if(cells.begin(), cells.end(),
                                        [](const std::string& cell) { return !cell.empty(); });
      if (filled > 1) ++side_by_side;
      is_list &= cells[0].empty() || is_item_mark(clean_text(cells[0]));
    }
    if (is_list) return false;  // "1.    Mục đích"
    if (side_by_side >= 2) return true;
    const Gutter& gap = table.gutters.front();
    return table.gutters.size() == 1 &&
           gap.right - gap.left > k_lone_gap * lines_[table.first].height();
  }

  const std::vector<PageLine>& lines_;
  std::size_t page_;
  std::size_t free_from_ = 0;
  std::vector<PageTable> tables_;
};

}  // namespace

std::size_t column_of(const PageWord& word, const std::vector<Gutter>& gutters) {
  const double middle = (word.left + word.right) / 2;
  return static_cast<std::size_t>(
      std::count_if(gutters.begin(), gutters.end(), [&](const Gutter& gutter) {
        return (gutter.left + gutter.right) / 2 < middle;
      }));
}

std::vector<std::string> cells_of(const PageLine& line, const std::vector<Gutter>& gutters) {
  std::vector<std::string> cells(gutters.size() + 1);
  for (std::size_t first = 0; first < line.words.size();) {
    const std::size_t column = column_of(line.words[first], gutters);
    std::size_t last = first;
    while (last < line.words.size() && column_of(line.words[last], gutters) == column) ++last;
    cells[column] = text_of(line, first, last);
    first = last;
  }
  return cells;
}

std::vector<PageTable> columns_on(const std::vector<PageLine>& lines, std::size_t page) {
  return ColumnFinder(lines, page).run();
}

}  // namespace dondoc
