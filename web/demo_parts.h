// The two halves of the demo page's view: the board, and the chat windows. Pure; safe from any
// thread.
#pragma once

#include <string>
#include <vector>

#include "web/demo_view.h"

namespace dondoc {

/// Fills boxes, rows and what is counted beside them.
void show_board(DemoView& view, const World& world, const std::vector<Assignment>& assignments,
                Instant now);

/// Fills the windows and the groups of people. `plan` may be null.
void show_chats(DemoView& view, const World& world, const PlanCase* plan,
                const std::vector<Assignment>& assignments, const Chats& chats,
                const std::vector<std::string>& asked);

/// "Thứ Hai" … "Chủ nhật".
std::string weekday_name(LocalDate date);

/// The short name where there is one; the id when the office does not know the unit.
std::string unit_name(const Office& office, const std::string& unit);

}  // namespace dondoc
