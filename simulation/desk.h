// Desk: board and summary as people see them, made by the product; the seam where a planted bug
// spoils them. One thread.
#pragma once

#include <optional>
#include <vector>

#include "engine/loop/engine.h"
#include "engine/summary/totals.h"
#include "reports/board.h"
#include "simulation/plants.h"

namespace dondoc::simulation {

class Desk {
 public:
  Desk(Plant plant, Zone zone) : plant_(plant), zone_(zone) {}

  Board board(const Office& office, const std::vector<Assignment>& assignments, const Chart& chart,
              Instant as_of);
  /// Of all periods.
  PlanSummary summary(const Office& office, const Plan& plan,
                      const std::vector<const Assignment*>& assignments) const;

 private:
  Plant plant_;
  Zone zone_;
  std::optional<Calendar> first_calendar_;
};

}  // namespace dondoc::simulation
