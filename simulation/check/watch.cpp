#include "simulation/check/watch.h"

namespace dondoc::simulation {
namespace {

constexpr std::size_t k_kept = 20;

}  // namespace

void Findings::add(std::string invariant, std::string what) {
  ++count_;
  if (list_.size() < k_kept)
    list_.push_back({std::move(invariant), std::move(what), clocks_.truth});
}

}  // namespace dondoc::simulation
