// Sheets of units × indicators, one a duty and period, with the totals as formulas. Pure; safe from
// any thread.
#pragma once

#include <string>
#include <vector>

#include "reports/figure_grid.h"
#include "reports/summary_document.h"
#include "reports/xlsx_sheet.h"

namespace dondoc {

/// "'Theo đơn vị'!D12": where a total stands.
struct TotalPlace {
  const Total* total = nullptr;
  std::string cell;
};

struct UnitSheets {
  std::vector<Sheet> sheets;
  std::vector<TotalPlace> totals;
};

/// `input.summary` must outlive what is returned.
UnitSheets unit_sheets(const SummaryInput& input, SmallCounts counts);

/// How the total's number is shown.
NumberForm form_of_total(const Field& field);

/// How a unit's own figure is shown.
NumberForm form_of_figure(const Field& field);

/// "(*)", or the number of a total as a plain cell; empty when there is none.
SheetCell total_cell(const Total& total, SmallCounts counts, bool bold);

}  // namespace dondoc
