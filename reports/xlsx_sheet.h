// Sheets of a .xlsx (ECMA-376, SpreadsheetML): numbers are numbers, dates are dates, what people
// wrote is text and never a formula. Written by ourselves: libxlsxwriter of Debian 12 writes only
// through temporary files (docs/adr/0009-office-files.md). Values only; pure; safe from any thread.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "engine/time/time.h"

namespace dondoc {

enum class NumberForm {
  plain,      ///< text, or a number as it is
  whole,      ///< 1,245
  decimal,    ///< up to two places
  percent,    ///< 92.5 is 92.5%
  share,      ///< 0.925 is 92.5%
  yes_no,     ///< 1 is "Có", 0 is "Không"
  date,       ///< a LocalDate
  date_time,  ///< an Instant in the zone of the sheet
};

struct SheetCell {
  std::variant<std::monostate, std::string, double> value;
  NumberForm form = NumberForm::plain;
  bool bold = false;
  std::string formula;  ///< without "="; made by the program only. `value` is what it amounts to
};

SheetCell text_cell(std::string text, bool bold = false);
SheetCell number_cell(double value, NumberForm form, bool bold = false);
SheetCell date_cell(LocalDate date);
SheetCell time_cell(Instant at, const Zone& zone);

struct Sheet {
  std::string name;  ///< at most 31 characters of it are kept, without brackets, colons, slashes
  std::vector<double> widths;                ///< of the columns, in characters
  std::vector<std::vector<SheetCell>> rows;  ///< the first is the head: bold, and stays in sight
  int frozen_columns = 0;
};

/// "D", "AA": from 0.
std::string column_name(std::size_t column);

/// Printed on A4 lying across, as wide as one page. Texts are cut at what a cell can hold (32,767
/// characters). Equal sheets give equal bytes.
/// Requires: at least one sheet, no two of one name (CHECKed).
std::string xlsx_package(const std::vector<Sheet>& sheets);

}  // namespace dondoc
