// Overdue and late are exactly what the calendar says (design §15): the board's rows against a walk
// over the days.
#pragma once

#include "simulation/check/mirror.h"
#include "simulation/desk.h"

namespace dondoc::simulation {

class BoardWatch : public Watch {
 public:
  BoardWatch(const Mirror& mirror, Desk& desk, Zone zone, Findings& findings)
      : mirror_(mirror), desk_(desk), zone_(zone), findings_(findings) {}

  void day_ends(const View& view) override;
  void run_ends(const View& view) override { look(view); }

 private:
  void look(const View& view);
  void look_at_row(const BoardRow& row, LocalDate today);

  const Mirror& mirror_;
  Desk& desk_;
  Zone zone_;
  Findings& findings_;
  int days_ = 0;
};

/// Assignments as they are stored. Errors: those of the store, and corrupt.
Result<std::vector<Assignment>> stored_assignments(Store& disk, const Mirror& mirror);

}  // namespace dondoc::simulation
