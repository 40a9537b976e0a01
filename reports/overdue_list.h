// Who is overdue, short enough for a chat (domain.md §5): columns fail on phones, hence one line a
// unit. Pure; safe from any thread.
#pragma once

#include <string>
#include <string_view>

#include "reports/board.h"

namespace dondoc {

/// The overdue rows, one line a unit, worst first, at most 10, then "Còn n đơn vị khác", with
/// `link` unless it is empty. A unit with several overdue duties is listed by its worst. Says so in
/// one sentence when nothing is overdue.
std::string overdue_list(const Board& board, std::string_view link);

}  // namespace dondoc
