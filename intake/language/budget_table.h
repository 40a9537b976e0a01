// Money in a column of a table: "Kinh phí (triệu đồng)". Pure; safe from any thread.
#pragma once

#include <vector>

#include "intake/language/outline.h"
#include "intake/plan_reading.h"

namespace dondoc::intake {

/// One line a row with an amount. A row "Tổng cộng" comes first and the others are its parts, where
/// they add up to it. A column whose unit neither its heading nor a line above says is left alone.
std::vector<BudgetLine> budget_tables_of(const Outline& outline);

}  // namespace dondoc::intake
