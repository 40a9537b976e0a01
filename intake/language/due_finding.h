// Which dues a sentence states: its times, judged and put together: a rhythm takes the days behind
// it, a list of dates shares one rhythm. Pure; safe from any thread.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "intake/language/deadline_rules.h"
#include "intake/plan_reading.h"

namespace dondoc::intake {

/// One due with the time that gives it.
struct FoundDue {
  StatedDue due;
  std::size_t time = 0;   ///< of the sentence's times
  std::string_view rule;  ///< of the grammar
};

/// Those with a date or a rhythm, in their order.
std::vector<FoundDue> dated_dues(const TimeContext& context);

/// At most one due without a date; beside a date only a report on request.
void add_open_due(const TimeContext& context, bool has_date, std::vector<FoundDue>& found);

}  // namespace dondoc::intake
