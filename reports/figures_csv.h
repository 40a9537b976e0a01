// Figures, board and log as comma-separated text (reports/csv_text.h). Pure; safe from any thread.
#pragma once

#include <string>
#include <vector>

#include "engine/command/decide.h"
#include "engine/port/store.h"
#include "reports/board.h"
#include "reports/figure_grid.h"
#include "reports/summary_document.h"

namespace dondoc {

/// A line a figure, with who gave it, when and through which message; one line for a unit that gave
/// none. Dates are ISO 8601 with the zone's offset.
std::string figures_csv(const SummaryInput& input, const Zone& zone, SmallCounts counts);

/// The rows of the board in their order.
std::string board_csv(const Board& board);

/// The log in its order: what happened to duties in words; of persons, accounts and messages only
/// that something happened, for a log that leaves the office holds no accounts. A row that cannot
/// be read says so.
std::string log_csv(const World& world, const std::vector<LogRow>& rows);

}  // namespace dondoc
