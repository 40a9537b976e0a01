// Overdue and late are exactly what the calendar says (design §15): the board's rows against a walk
// over the days.
#pragma once

#include "simulation/check/mirror.h"
#include "simulation/check/stored_assignments.h"
#include "simulation/desk.h"

namespace dondoc::simulation {

class BoardWatch : public Watch {
 public:
  BoardWatch(const Mirror& mirror, StoredAssignments& stored, Desk& desk, Zone zone,
             Findings& findings)
      : mirror_(mirror), stored_(stored), desk_(desk), zone_(zone), findings_(findings) {}

  void day_ends(const View& view) override;
  void run_ends(const View& view) override { look(view); }

 private:
  void look(const View& view);
  void look_at_row(const BoardRow& row, LocalDate today);

  const Mirror& mirror_;
  StoredAssignments& stored_;
  Desk& desk_;
  Zone zone_;
  Findings& findings_;
  int days_ = 0;
};

}  // namespace dondoc::simulation
