#include "simulation/sharing.h"

namespace dondoc::simulation {

void Sharing::end_lease_in_time() {
  if (!ends_ || clocks_.truth < *ends_) return;
  holder_.reset();
  ends_.reset();
}

std::optional<Fence> Sharing::lease_for(int node) {
  end_lease_in_time();
  if (!holder_ && !ends_) {
    holder_ = node;
    ++number_;
  }
  if (holder_ != node) return std::nullopt;
  return Fence{std::string(k_platforms_duty), number_};
}

void Sharing::falls_silent(int node, bool dies) {
  end_turn(node);
  if (holder_ != node) return;
  if (!ends_) ends_ = clocks_.truth + k_silence;
  if (dies) holder_.reset();
}

void Sharing::is_heard_again(int node) {
  end_lease_in_time();
  if (holder_ == node) ends_.reset();
}

std::optional<Fence> LeasedDuties::holds(std::string_view duty) const {
  if (duty != k_platforms_duty) return std::nullopt;
  if (plant_ == Plant::deliver_twice) return Fence{std::string(duty), node_};
  return sharing_.lease_for(node_);
}

}  // namespace dondoc::simulation
