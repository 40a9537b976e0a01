// Lists of points, of which each leaves out what another says: "01/6 và 15/11", "tháng 11,
// 12/2013", "ngày 25 các tháng 01, 02, 3/2025". Pure; safe from any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "intake/language/calendar_point.h"
#include "intake/language/token.h"

namespace dondoc::intake {

/// Reads "12/2013" at `at` as if `word` stood before it: "tháng 12/2013".
std::optional<Point> named_by(const Tokens& tokens, std::size_t at, std::string_view word);

/// What is known of a list before its end: "các ngày 10 và 25" are days though no month is said.
enum class Listed { unknown, days };

/// The point at `at` that goes on the list `last` stands in.
std::optional<Point> next_of_kind(const Tokens& tokens, const Point& last, std::size_t at,
                                  Listed listed = Listed::unknown);

/// What a point leaves out is said by the one behind it.
void complete_years(std::vector<Point>& points);

/// "ngày 25 các tháng 01, 02, 3/2025": the day takes the first month, the list goes on from there.
/// False: no months are listed behind it.
bool take_first_of_months(const Tokens& tokens, Point& day);

/// "ngày 20 các tháng 3, 6, 9, 12" without a year.
bool ends_of_quarters(const std::vector<Point>& points);

}  // namespace dondoc::intake
