// What equal nodes share beside the rows of their store (docs/adr/0015): the turn, and the lease of
// whoever speaks with the platforms. By true time, which is the server's. One thread.
#pragma once

#include <optional>

#include "app/duties.h"
#include "simulation/plants.h"
#include "simulation/timeline.h"

namespace dondoc::simulation {

class Sharing {
 public:
  /// A lease whose holder is silent for so long goes to whoever asks next.
  static constexpr Elapsed k_silence = Elapsed::seconds(10);

  explicit Sharing(const Clocks& clocks) : clocks_(clocks) {}

  void take_turn(int node) { turn_ = node; }
  void end_turn(int node) {
    if (turn_ == node) turn_.reset();
  }
  bool has_turn(int node) const { return turn_ == node; }

  /// Requires: the node runs and is heard of. Takes the lease when nobody has it.
  std::optional<Fence> lease_for(int node);
  /// Whether it is still the lease of the day.
  bool stands(const Fence& fence) const { return fence.number == number_; }
  /// Nothing is heard of the node any more. One that died is another when it starts again.
  void falls_silent(int node, bool dies);
  void is_heard_again(int node);

 private:
  void end_lease_in_time();

  const Clocks& clocks_;
  std::optional<int> turn_;
  std::optional<int> holder_;
  std::optional<Instant> ends_;  ///< when the holder is silent
  std::int64_t number_ = 0;
};

/// Of one of several nodes.
class LeasedDuties : public Duties {
 public:
  LeasedDuties(Sharing& sharing, int node, Plant plant)
      : sharing_(sharing), node_(node), plant_(plant) {}
  std::optional<Fence> holds(std::string_view duty) const override;

 private:
  Sharing& sharing_;
  int node_;
  Plant plant_;
};

}  // namespace dondoc::simulation
