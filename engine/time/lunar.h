// The Vietnamese lunar calendar at UTC+7 (domain.md §2.4), from published astronomical formulas. Pure functions.
#pragma once

#include "engine/time/time.h"

namespace dondoc {

struct LunarDate {
  int year;
  int month;  ///< 1..12
  int day;    ///< 1..30
  bool leap = false;
  bool operator==(const LunarDate&) const = default;
};

/// Requires: year within 1990..2199 (CHECKed).
LunarDate lunar_date(LocalDate date);

/// The solar date of a lunar day of a common (not leap) month, for instance 1/1 = Tết, 10/3 = Giỗ Tổ Hùng Vương.
/// Requires: 1990 <= year <= 2199, 1 <= month <= 12, 1 <= day <= 29 (CHECKed).
LocalDate solar_date(int lunar_year, int month, int day);

}  // namespace dondoc
