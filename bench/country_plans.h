// The plans of the simulated country: 60 of a year, of the five kinds of the real ones, for all its
// communes. Together they give a commune about 600 assignments a year, each with a report of four
// figures.
#pragma once

#include <string>
#include <vector>

#include "engine/time/time.h"

namespace dondoc::bench {

inline constexpr int k_country_plans = 60;
inline constexpr int k_country_year = 2024;

/// One obligation and period of a plan, for every commune.
struct CountryDuty {
  std::string period;
  LocalDate due;                   ///< as written
  std::vector<std::string> codes;  ///< in the order of the communes
};

struct CountryPlan {
  std::string id;
  LocalDate issued;
  std::string document;
  std::vector<CountryDuty> duties;
};

/// `number` from 0. Aborts when the made-up document is no plan.
CountryPlan country_plan(int number, int communes);

}  // namespace dondoc::bench
