// The deadlines of a plan: what is due on which day, since when it runs and how far it is. The page
// lists them; its chart is drawn of the list (web/charts/timeline.js). Pure; safe from any thread.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "web/access.h"
#include "web/page_desk.h"
#include "web/page_words.h"

namespace dondoc {

/// What is due of one duty on one day.
struct PlanMark {
  LocalDate day;   ///< hạn áp dụng
  LocalDate from;  ///< when its period began, else when it was issued; never after `day`
  std::string duty;
  std::string what;
  int all = 0;  ///< assignments in sight
  int done = 0;
  int overdue = 0;
};

/// By day, then by duty; of the first `most` days. Empty: nothing in sight has a date.
std::vector<PlanMark> timeline_of(const Moment& moment, Sight& sight, const PlanCase& plan,
                                  std::size_t most);

/// The marks as a list of days, each with its duties.
nlohmann::json timeline_values(const std::vector<PlanMark>& marks, const std::string& plan,
                               const PageWords& words);

}  // namespace dondoc
