// All watches of a run, in the order in which they must hear. One thread.
#pragma once

#include <vector>

#include "simulation/check/board_truth.h"
#include "simulation/check/chain.h"
#include "simulation/check/guarded_text.h"
#include "simulation/check/inbox.h"
#include "simulation/check/liveness.h"
#include "simulation/check/log_order.h"
#include "simulation/check/mirror.h"
#include "simulation/check/sendings.h"
#include "simulation/check/steps.h"
#include "simulation/check/stored_assignments.h"
#include "simulation/check/summary_truth.h"
#include "simulation/trace.h"

namespace dondoc::simulation {

class Watches {
 public:
  Watches(const Definitions& definitions, Zone zone, Plant plant, const Clocks& clocks);

  void committed(const Commit& commit);
  void arrived(const Arrival& arrival);
  void confirmed(const std::string& key);
  void day_ends(const View& view);
  void run_ends(const View& view);
  enum class Trouble {
    outside,  ///< of a platform
    clock,
    house,  ///< the process died or a commit failed
  };
  /// A fault struck, by the machine's clock.
  void trouble(Trouble what, Instant machine);

  const Mirror& mirror() const { return mirror_; }
  const Findings& findings() const { return findings_; }
  Findings& findings() { return findings_; }
  const StepWatch& steps() const { return steps_; }
  const SendingWatch& sendings() const { return sendings_; }
  std::int64_t events() const { return events_; }
  std::string trace_hash() { return trace_.hash(); }

 private:
  Findings findings_;
  Circumstances circumstances_;
  Desk desk_;
  Mirror mirror_;
  StoredAssignments stored_;
  StepWatch steps_;
  SendingWatch sendings_;
  InboxWatch inbox_;
  LogWatch log_;
  GuardWatch guard_;
  BoardWatch board_;
  SummaryWatch summary_;
  ChainWatch chain_;
  LivenessWatch liveness_;
  std::vector<Watch*> all_;
  Trace trace_;
  JsonTexts texts_;
  std::int64_t events_ = 0;
};

}  // namespace dondoc::simulation
