// Comma-separated text as RFC 4180 has it: fields in double quotes may hold commas, line breaks and
// doubled quotes; lines end with LF or CRLF. A byte order mark, as spreadsheets write it, is passed
// over. Pure function.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dondoc {

struct CsvRow {
  std::size_t line = 1;  ///< where it begins, counted from 1
  std::vector<std::string> fields;
};

struct CsvFault {
  std::size_t line = 1;
  std::string message;
};

struct CsvTable {
  std::vector<CsvRow> rows;  ///< the header first; empty lines are left out
  std::vector<CsvFault> faults;
};

CsvTable read_csv(std::string_view text);

}  // namespace dondoc
