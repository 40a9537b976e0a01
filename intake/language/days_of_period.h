// Days that are named by their place in a month or quarter: "ngày cuối tháng", "10 ngày đầu của
// tháng sau", "thứ Bảy cuối cùng của tháng".
// Pure; safe from any thread.
#pragma once

#include <cstddef>
#include <optional>

#include "intake/language/time_expression.h"

namespace dondoc::intake {

/// Begins at token `at`, which stands behind any word that limits. A last day is the 31st, which in
/// a shorter month means its last; of days of the week only the month or quarter is kept.
std::optional<TimeExpression> days_of_period(const Tokens& tokens, std::size_t at);

}  // namespace dondoc::intake
