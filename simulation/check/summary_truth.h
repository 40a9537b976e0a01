// No accepted figure is missing from the summary, and none stands in it twice (design §15).
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "simulation/check/mirror.h"
#include "simulation/check/stored_assignments.h"
#include "simulation/desk.h"

namespace dondoc::simulation {

class SummaryWatch : public Watch {
 public:
  SummaryWatch(const Mirror& mirror, StoredAssignments& stored, Desk& desk, Findings& findings)
      : mirror_(mirror), stored_(stored), desk_(desk), findings_(findings) {}

  void day_ends(const View& view) override;
  void run_ends(const View& view) override { look(view); }

 private:
  void look(const View& view);
  void look_at_plan(const View& view, const Plan& plan, const std::vector<Assignment>& assignments);
  void look_at_total(const ObligationSummary& obligation, const Total& total,
                     const std::string& plan);

  /// Plan, obligation, period.
  using Heading = std::array<std::string, 3>;

  const Mirror& mirror_;
  StoredAssignments& stored_;
  Desk& desk_;
  Findings& findings_;
  std::map<Heading, std::vector<const OwnDuty*>> done_;  ///< duties, at the last look
  int days_ = 0;
};

}  // namespace dondoc::simulation
