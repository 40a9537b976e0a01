#include "reports/figure_grid.h"

#include <algorithm>
#include <map>

#include "reports/figure_text.h"

namespace dondoc {
namespace {

std::optional<double> number_of(const FigureValue& value) {
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
  if (const auto* number = std::get_if<double>(&value)) return *number;
  return std::nullopt;
}

bool is_column(const Total& total) {
  return total.field.aggregate != Aggregate::list && total.field.aggregate != Aggregate::none &&
         total.field.type != FieldType::text && total.field.type != FieldType::file;
}

/// The smallest of those not hidden yet; none when all are.
std::optional<std::size_t> smallest_shown(const Total& total, const std::vector<bool>& hidden) {
  std::optional<std::size_t> place;
  for (std::size_t i = 0; i < total.given.size(); ++i) {
    if (hidden[i]) continue;
    if (!place || number_of(total.given[i].value) < number_of(total.given[*place].value)) place = i;
  }
  return place;
}

void fill(FigureGrid& grid, std::size_t column, SmallCounts counts) {
  const Total& total = *grid.columns[column];
  const std::vector<bool> hidden = hidden_figures(total, counts);
  std::map<std::string_view, std::size_t> places;
  for (std::size_t i = 0; i < total.given.size(); ++i) places.emplace(total.given[i].code, i);
  for (GridRow& row : grid.rows) {
    auto found = places.find(row.report->code);
    if (found == places.end()) continue;
    const Provenance& given = total.given[found->second];
    GridCell& cell = row.cells[column];
    cell.hidden = hidden[found->second];
    cell.estimate = given.estimate;
    if (!cell.hidden) cell.value = number_of(given.value);
  }
}

}  // namespace

std::vector<bool> hidden_figures(const Total& total, SmallCounts counts) {
  std::vector<bool> hidden(total.given.size(), false);
  if (counts == SmallCounts::shown || !total.field.persons) return hidden;
  for (std::size_t i = 0; i < total.given.size(); ++i)
    hidden[i] = is_small_count(total.field, total.given[i].value);
  if (std::count(hidden.begin(), hidden.end(), true) != 1) return hidden;
  if (auto also = smallest_shown(total, hidden)) hidden[*also] = true;
  return hidden;
}

FigureGrid figure_grid(const ObligationSummary& summary, SmallCounts counts) {
  FigureGrid grid;
  for (const Total& total : summary.totals) {
    if (is_column(total)) grid.columns.push_back(&total);
  }
  for (const UnitReport& report : summary.reports)
    grid.rows.push_back({&report, std::vector<GridCell>(grid.columns.size())});
  for (std::size_t i = 0; i < grid.columns.size(); ++i) fill(grid, i, counts);
  return grid;
}

bool is_hidden_total(const Total& total, SmallCounts counts) {
  return counts == SmallCounts::hidden && is_small_count(total);
}

std::string_view rule_text(Aggregate rule) {
  switch (rule) {
    case Aggregate::sum:
      return "Tổng";
    case Aggregate::latest:
      return "Mới nhất";
    case Aggregate::mean:
      return "Bình quân";
    case Aggregate::ratio:
      return "Tỷ lệ";
    case Aggregate::share_yes:
      return "Tỷ lệ có";
    case Aggregate::list:
    case Aggregate::none:
      break;
  }
  return "";
}

std::string report_text(const UnitReport& report) {
  if (!report.outcome) return "Chưa báo cáo";
  std::string text = "Đã báo cáo";
  if (report.outcome == Outcome::nil) text = "Không phát sinh";
  if (report.outcome == Outcome::partial) text = "Chưa đủ số liệu";
  if (report.corrected) text += "; đã đính chính";
  if (report.late) text += "; trễ hạn";
  return text;
}

}  // namespace dondoc
