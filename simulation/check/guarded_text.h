// No text that leaves the house or is kept holds what the guard must refuse (design §15).
#pragma once

#include <string>
#include <string_view>

#include "simulation/check/watch.h"

namespace dondoc::simulation {

class GuardWatch : public Watch {
 public:
  explicit GuardWatch(Findings& findings) : findings_(findings) {}

  void committed(const Committed& commit) override;
  void arrived(const Arrival& arrival) override;

 private:
  void look(std::string_view text, const std::string& where);

  Findings& findings_;
};

}  // namespace dondoc::simulation
