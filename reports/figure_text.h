// Figures and periods as they stand in official prose (domain.md §2.5): "03", "1.245", "92,5%",
// "15.000.000 đồng", "quý II năm 2017". Pure functions; safe from any thread.
#pragma once

#include <string>
#include <string_view>

#include "engine/summary/totals.h"

namespace dondoc {

/// "0", "03", "15", "1.245".
std::string count_text(std::int64_t count);

/// "03 đơn vị".
std::string units_text(std::size_t units);

/// The number with what belongs to its field: "45", "92,5%", "15.000.000 đồng", "85,5 điểm".
/// Requires: `value` is finite (CHECKed).
std::string value_text(const Field& field, double value);

/// Units that gave a figure, each once.
std::size_t units_counted(const Total& total);

/// Counts of persons below this are shown to leads only (domain.md §2.7).
inline constexpr double k_smallest_open_count = 3;

/// One unit's figure that must not be shown for itself: persons, and fewer than
/// k_smallest_open_count.
bool is_small_count(const Field& field, const FigureValue& value);

/// The total would show one unit's small count.
bool is_small_count(const Total& total);

/// "năm 2023", "quý II năm 2017", "tháng 7 năm 2011", "6 tháng đầu năm 2018"; any other text as it
/// is.
std::string period_text(std::string_view period);

}  // namespace dondoc
