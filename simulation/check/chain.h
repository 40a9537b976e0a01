// The log's hash chain is whole (design §15): computed anew from the file's rows. Only for disks
// that are files.
#pragma once

#include "simulation/check/watch.h"

namespace dondoc::simulation {

class ChainWatch : public Watch {
 public:
  explicit ChainWatch(Findings& findings) : findings_(findings) {}

  void run_ends(const View& view) override;

 private:
  Findings& findings_;
};

}  // namespace dondoc::simulation
