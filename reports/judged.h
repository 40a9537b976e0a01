// Judged assignments: what boxes, lists and the heat map are made of, so that a page need not judge
// every assignment again. Values that point into the caller's assignments. Pure; safe from any
// thread.
#pragma once

#include <vector>

#include "reports/board.h"
#include "reports/standing.h"

namespace dondoc {

/// An assignment that is on the board, judged.
struct Judged {
  const Assignment* assignment = nullptr;
  Judgement judgement;
};

/// The official boxes of these.
Boxes count(const std::vector<Judged>& all);

/// Worst first, as Board::rows are sorted. The pointers lead into `all`.
std::vector<const Judged*> worst_first(const std::vector<Judged>& all, bool overdue_only);
std::vector<const Judged*> worst_first(std::vector<Judged>&& all, bool overdue_only) = delete;

/// The rows of these, in their order.
std::vector<BoardRow> rows_of(const std::vector<const Judged*>& chosen, const Office& office,
                              const Chart& assignment_chart, const Zone& zone);

}  // namespace dondoc
