// After the faults: everything that was to be done is done (design §15).
#pragma once

#include "simulation/check/mirror.h"

namespace dondoc::simulation {

class LivenessWatch : public Watch {
 public:
  LivenessWatch(const Mirror& mirror, Zone zone, Findings& findings)
      : mirror_(mirror), zone_(zone), findings_(findings) {}

  /// Requires: faults ended days ago.
  void run_ends(const View& view) override;

 private:
  const Mirror& mirror_;
  Zone zone_;
  Findings& findings_;
};

}  // namespace dondoc::simulation
