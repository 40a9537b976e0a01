#include "engine/delivery/breaker.h"

#include <algorithm>

namespace dondoc {
namespace {

constexpr Elapsed k_first_pause = Elapsed::seconds(30);
constexpr Elapsed k_longest_pause = Elapsed::minutes(10);
/// About as long as a platform takes to answer.
constexpr Elapsed k_attempt = Elapsed::seconds(40);

Elapsed pause_after(int failures) {
  const int doublings = std::min(failures - Breaker::k_failures, 10);
  return std::min(Elapsed{k_first_pause.ms << doublings}, k_longest_pause);
}

}  // namespace

Instant Breaker::earliest(Instant now) const {
  return is_open() ? std::max(now, closed_until_) : now;
}

void Breaker::tries(Instant now) {
  if (is_open()) closed_until_ = now + k_attempt;
}

void Breaker::answered() { failures_ = 0; }

void Breaker::failed(Instant now) {
  ++failures_;
  if (is_open()) closed_until_ = now + pause_after(failures_);
}

}  // namespace dondoc
