// What a time expression means as a due: years that are not stated, last days of quarters and
// years, periods with the days that belong to them. Pure; safe from any thread.
#pragma once

#include <optional>
#include <vector>

#include "intake/language/time_expression.h"
#include "intake/plan_reading.h"

namespace dondoc::intake {

/// When the document was signed and what year it speaks of.
struct DateFrame {
  std::optional<LocalDate> signed_on;
  int year = 0;        ///< 0: unknown
  int title_year = 0;  ///< "năm 2018" of the subject; 0: none
};

/// One due of each point of the expression; empty when a year is needed and nobody knows it.
std::vector<StatedDue> dues_of(const TimeExpression& time, const DateFrame& frame);

/// The dues of rhythms ("quý, 6 tháng") with the days stated for them; `days` may be null.
std::vector<StatedDue> dues_of(const std::vector<Rhythm>& rhythms, const TimeExpression* days);

/// The day itself, if the due has one; a month its last day.
std::optional<LocalDate> end_of(const StatedDue& due);

/// Whether two dues are the same to whoever has to keep them.
bool same_due(const StatedDue& a, const StatedDue& b);

}  // namespace dondoc::intake
