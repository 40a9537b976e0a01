// Tables of tasks: which column holds the task, who leads, who helps, and by when.
// Pure; safe from any thread.
#pragma once

#include <cstddef>
#include <map>
#include <vector>

#include "intake/language/outline.h"
#include "intake/language/table_words.h"

namespace dondoc::intake {

/// Columns of one table by what stands in them; empty: no table of tasks.
using Columns = std::map<TableColumn, std::size_t>;

/// Of each node: its table's columns when it is a row with a task, else none.
class TaskTables {
 public:
  explicit TaskTables(const Outline& outline);

  const Columns* columns_of(std::size_t node) const;

 private:
  std::map<std::size_t, Columns> by_table_;
  std::vector<std::size_t> table_of_;  ///< by node; 0: no row of tasks
};

/// The tokens of one cell of a row.
struct CellRange {
  std::size_t begin = 0, end = 0;
};
CellRange cell_range(const Node& row, std::size_t column);

}  // namespace dondoc::intake
