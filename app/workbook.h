// The first sheet of an .xlsx workbook (ECMA-376) as a table of texts. Formulas give the value that
// was saved with them; dates and formats mean nothing here. Pure function.
#pragma once

#include <string_view>

#include "app/csv.h"

namespace dondoc {

/// As read_csv gives it: the header first, empty rows left out, `line` the row of the sheet. Rows
/// are as wide as the header. Faults: no workbook, a part that is damaged or unpacks to more than 64
/// MB, more than 100,000 rows or 100 columns; with row and column: a cell beside the header's
/// columns, a cell that holds an error, a text that is not in the workbook.
CsvTable read_workbook(std::string_view bytes);

}  // namespace dondoc
