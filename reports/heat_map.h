// The heat map (design §11): units × duties, each cell counted by where its assignments stand.
// Values only, pure, safe from any thread.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "reports/judged.h"

namespace dondoc {

struct HeatCell {
  int total = 0;  ///< on the board, whatever their standing
  int overdue = 0;
  int due_soon = 0;
  int in_term = 0;  ///< open and not overdue; due soon among them
  int done = 0;     ///< handed in, late or not
  int late = 0;     ///< of the done ones
  int waiting = 0;  ///< not confirmed, requested or without a date
  int not_updated = 0;
  int days = 0;  ///< of the longest overdue one
};

/// A duty of the chosen plan; a whole plan when none is chosen.
struct HeatColumn {
  std::string plan;
  std::string obligation;  ///< empty: the whole plan
  std::string label;       ///< "B20", or the plan's number
  std::string what;
};

struct HeatRow {
  std::string unit;
  std::string name;
  std::string above;  ///< name of the unit above; empty at the top
  HeatCell sum;
  std::vector<HeatCell> cells;  ///< one a column
};

struct HeatMap {
  std::vector<HeatColumn> columns;
  std::vector<HeatRow> rows;  ///< worst first, from `skip` on
  std::size_t units = 0;      ///< with any assignment, on this page or not
};

/// `chosen`: of one plan when `plan` is given. Rows are sorted by how many are overdue, then by the
/// days of the longest, then by silence, then by name; `rows` from `skip` on, at most `take`.
HeatMap heat_map(const Office& office, const std::vector<Judged>& chosen, const std::string& plan,
                 std::size_t skip, std::size_t take);

}  // namespace dondoc
