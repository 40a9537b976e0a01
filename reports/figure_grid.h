// The figures of one duty as a table: a row a unit, a column an indicator that can be added up. Who
// may not see small counts of persons (domain.md §2.7) sees none, and cannot work one out from the
// total either. Values only; pure functions; safe from any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/summary/totals.h"

namespace dondoc {

/// Counts of persons below k_smallest_open_count: hidden from everybody below a lead, and in
/// whatever leaves the office.
enum class SmallCounts { hidden, shown };

/// "(*)": what stands in place of a hidden figure.
inline constexpr std::string_view k_hidden_figure = "(*)";

/// Places in `total.given` that must not be shown for themselves: the small ones, and where only
/// one would be hidden the next smallest too, for the total minus the others is the one. None when
/// small counts are shown, or the indicator counts no persons.
std::vector<bool> hidden_figures(const Total& total, SmallCounts counts);

struct GridCell {
  std::optional<double> value;  ///< none: not given, or hidden
  bool hidden = false;
  bool estimate = false;
};

struct GridRow {
  const UnitReport* report = nullptr;
  std::vector<GridCell> cells;  ///< in the order of the columns
};

struct FigureGrid {
  std::vector<const Total*> columns;  ///< neither texts nor files
  std::vector<GridRow> rows;          ///< every expected assignment, reported or not
};

/// Points into `summary`, which must outlive the grid.
FigureGrid figure_grid(const ObligationSummary& summary, SmallCounts counts);

/// The total itself is one unit's small count and must not be shown.
bool is_hidden_total(const Total& total, SmallCounts counts);

/// "Tổng", "Bình quân", "Mới nhất", "Tỷ lệ", "Tỷ lệ có": how the column is added up.
std::string_view rule_text(Aggregate rule);

/// "Chưa báo cáo", "Không phát sinh", "Đã báo cáo", "Chưa đủ số liệu"; with "; trễ hạn" when so.
std::string report_text(const UnitReport& report);

}  // namespace dondoc
