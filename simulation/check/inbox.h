// One effect of each inbound key, and none is confirmed that is not stored (design §15).
#pragma once

#include <map>
#include <set>

#include "simulation/check/watch.h"

namespace dondoc::simulation {

class InboxWatch : public Watch {
 public:
  explicit InboxWatch(Findings& findings) : findings_(findings) {}

  void committed(const Committed& commit) override;
  void confirmed(const std::string& key) override;

 private:
  Findings& findings_;
  std::int64_t commits_ = 0;
  std::set<std::string> stored_;
  std::map<std::string, std::int64_t> effect_in_;  ///< commit, by key
};

}  // namespace dondoc::simulation
