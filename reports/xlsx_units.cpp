#include "reports/xlsx_units.h"

#include <fmt/format.h>

#include <cmath>

#include "reports/figure_text.h"

namespace dondoc {
namespace {

constexpr std::size_t k_columns_before = 4;  ///< number, unit, code, how it reported
constexpr double k_tolerance = 1e-6;

/// The figures of a column as they stand in the sheet.
struct ShownColumn {
  double sum = 0;
  std::size_t count = 0;
};

ShownColumn shown(const FigureGrid& grid, std::size_t column) {
  ShownColumn result;
  for (const GridRow& row : grid.rows) {
    if (!row.cells[column].value) continue;
    result.sum += *row.cells[column].value;
    ++result.count;
  }
  return result;
}

bool is_near(double x, double y) { return std::abs(x - y) <= k_tolerance * (1 + std::abs(y)); }

class UnitSheet {
 public:
  UnitSheet(const SummaryInput& input, const ObligationSummary& summary, SmallCounts counts)
      : input_(input), counts_(counts), grid_(figure_grid(summary, counts)) {}

  bool is_empty() const { return grid_.columns.empty(); }

  Sheet sheet(const std::string& name) const {
    Sheet sheet{name, {6, 42, 14, 26}, {heads()}, 2};
    sheet.widths.insert(sheet.widths.end(), grid_.columns.size(), 20);
    for (std::size_t i = 0; i < grid_.rows.size(); ++i) sheet.rows.push_back(unit_row(i));
    sheet.rows.push_back(total_row());
    sheet.rows.push_back(summing_row("Cách tổng hợp", [](const Total& total) {
      return text_cell(std::string(rule_text(total.field.aggregate)));
    }));
    sheet.rows.push_back(summing_row("Số đơn vị có số liệu", [](const Total& total) {
      return number_cell(static_cast<double>(units_counted(total)), NumberForm::whole);
    }));
    sheet.rows.push_back(summing_row("Số đơn vị phải báo cáo", [](const Total& total) {
      return number_cell(static_cast<double>(total.expected), NumberForm::whole);
    }));
    sheet.rows.push_back(summing_row("Chỉ tiêu", [](const Total& total) {
      return total.target ? number_cell(*total.target, form_of_total(total.field)) : SheetCell{};
    }));
    return sheet;
  }

  std::vector<TotalPlace> places(const std::string& name) const {
    std::vector<TotalPlace> places;
    for (std::size_t i = 0; i < grid_.columns.size(); ++i)
      places.push_back(
          {grid_.columns[i], fmt::format("'{}'!{}{}", name, letters(i), grid_.rows.size() + 2)});
    return places;
  }

 private:
  static std::string letters(std::size_t column) { return column_name(k_columns_before + column); }

  std::vector<SheetCell> heads() const {
    std::vector<SheetCell> row;
    for (const char* head : {"TT", "Đơn vị", "Mã việc", "Tình hình báo cáo"})
      row.push_back(text_cell(head));
    for (const Total* total : grid_.columns) row.push_back(text_cell(total->field.label));
    return row;
  }

  std::vector<SheetCell> unit_row(std::size_t place) const {
    const GridRow& from = grid_.rows[place];
    std::vector<SheetCell> row{number_cell(static_cast<double>(place + 1), NumberForm::plain),
                               text_cell(unit_name_of(input_, from.report->unit)),
                               text_cell(from.report->code), text_cell(report_text(*from.report))};
    for (std::size_t i = 0; i < from.cells.size(); ++i) {
      const GridCell& cell = from.cells[i];
      if (cell.hidden) {
        row.push_back(text_cell(std::string(k_hidden_figure)));
      } else if (cell.value) {
        row.push_back(number_cell(*cell.value, form_of_figure(grid_.columns[i]->field)));
      } else {
        row.emplace_back();
      }
    }
    return row;
  }

  template <class CellOf>
  std::vector<SheetCell> summing_row(const char* head, CellOf cell_of) const {
    std::vector<SheetCell> row{SheetCell{}, text_cell(head, true), SheetCell{}, SheetCell{}};
    for (const Total* total : grid_.columns) row.push_back(cell_of(*total));
    return row;
  }

  std::vector<SheetCell> total_row() const {
    std::vector<SheetCell> row{SheetCell{}, text_cell("Tổng hợp", true), SheetCell{}, SheetCell{}};
    for (std::size_t i = 0; i < grid_.columns.size(); ++i) {
      SheetCell cell = total_cell(*grid_.columns[i], counts_, true);
      if (std::holds_alternative<double>(cell.value)) cell.formula = formula(i);
      row.push_back(std::move(cell));
    }
    return row;
  }

  std::string range(std::size_t column) const {
    return fmt::format("{0}2:{0}{1}", letters(column), grid_.rows.size() + 1);
  }

  /// Empty unless adding up what the sheet shows gives the total.
  std::string formula(std::size_t column) const {
    const Total& total = *grid_.columns[column];
    const ShownColumn figures = shown(grid_, column);
    if (figures.count == 0) return "";
    const auto gives = [&](double value, std::string text) {
      return is_near(value, *total.value) ? text : "";
    };
    const double count = static_cast<double>(figures.count);
    switch (total.field.aggregate) {
      case Aggregate::sum:
        return gives(figures.sum, fmt::format("SUM({})", range(column)));
      case Aggregate::mean:
        return gives(figures.sum / count, fmt::format("AVERAGE({})", range(column)));
      case Aggregate::share_yes:
        return gives(100 * figures.sum / count,
                     fmt::format("100*SUM({0})/COUNT({0})", range(column)));
      case Aggregate::ratio:
        return ratio_formula(column, figures);
      case Aggregate::latest:
      case Aggregate::list:
      case Aggregate::none:
        break;
    }
    return "";
  }

  std::string ratio_formula(std::size_t column, const ShownColumn& figures) const {
    const Total& total = *grid_.columns[column];
    for (std::size_t i = 0; i < grid_.columns.size(); ++i) {
      if (grid_.columns[i]->field.id != total.field.of) continue;
      const double whole = shown(grid_, i).sum;
      if (whole <= 0 || !is_near(100 * figures.sum / whole, *total.value)) return "";
      return fmt::format("100*SUM({})/SUM({})", range(column), range(i));
    }
    return "";
  }

  const SummaryInput& input_;
  SmallCounts counts_;
  FigureGrid grid_;
};

}  // namespace

UnitSheets unit_sheets(const SummaryInput& input, SmallCounts counts) {
  std::vector<UnitSheet> found;
  for (const ObligationSummary& one : input.summary.obligations) {
    UnitSheet sheet(input, one, counts);
    if (!sheet.is_empty()) found.push_back(std::move(sheet));
  }
  UnitSheets result;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const std::string name =
        found.size() == 1 ? "Theo đơn vị" : fmt::format("Theo đơn vị {}", i + 1);
    result.sheets.push_back(found[i].sheet(name));
    for (TotalPlace& place : found[i].places(name)) result.totals.push_back(std::move(place));
  }
  return result;
}

NumberForm form_of_figure(const Field& field) {
  switch (field.type) {
    case FieldType::percent:
      return NumberForm::percent;
    case FieldType::yes_no:
      return NumberForm::yes_no;
    case FieldType::score:
      return NumberForm::decimal;
    default:
      return NumberForm::whole;
  }
}

NumberForm form_of_total(const Field& field) {
  if (field.aggregate == Aggregate::ratio || field.aggregate == Aggregate::share_yes)
    return NumberForm::percent;
  if (field.aggregate == Aggregate::mean && field.type != FieldType::percent)
    return NumberForm::decimal;
  return form_of_figure(field);
}

SheetCell total_cell(const Total& total, SmallCounts counts, bool bold) {
  if (is_hidden_total(total, counts)) return text_cell("dưới 03", bold);
  if (!total.value) return {};
  return number_cell(*total.value, form_of_total(total.field), bold);
}

}  // namespace dondoc
