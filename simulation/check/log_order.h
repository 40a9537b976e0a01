// The log: without gaps, its time never runs backwards, and what it makes is what is stored and
// what the engine holds in memory (design §15).
#pragma once

#include "engine/loop/replay.h"
#include "simulation/check/watch.h"

namespace dondoc::simulation {

class LogWatch : public Watch {
 public:
  explicit LogWatch(Findings& findings) : findings_(findings) {}

  void committed(const Committed& commit) override;
  void day_ends(const View& view) override;
  void run_ends(const View& view) override { compare(view); }

 private:
  void compare(const View& view);
  void compare_cases(const View& view);
  void compare_documents(const View& view);

  Findings& findings_;
  Replayed replayed_;  ///< carried on event by event
  std::int64_t last_seq_ = 0;
  Instant last_at_;
  int days_ = 0;
};

}  // namespace dondoc::simulation
