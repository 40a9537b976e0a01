#include "app/send_counts.h"

namespace dondoc {

std::string_view name_of(SendClass result) {
  switch (result) {
    case SendClass::delivered:
      return "delivered";
    case SendClass::deferred:
      return "deferred";
    case SendClass::retryable:
      return "retryable";
    case SendClass::unknown:
      return "unknown";
    case SendClass::recipient_gone:
      return "recipient_gone";
    case SendClass::window_closed:
      return "window_closed";
    case SendClass::quota_exhausted:
      return "quota_exhausted";
    case SendClass::auth_dead:
      return "auth_dead";
    case SendClass::bad_request:
      return "bad_request";
  }
  return "";
}

void Lateness::add(Elapsed late) {
  const double seconds = late.ms <= 0 ? 0 : static_cast<double>(late.ms) / 1'000;
  for (std::size_t i = 0; i < k_bounds.size(); ++i) {
    if (seconds <= k_bounds[i]) ++up_to_[i];
  }
  ++up_to_.back();
  sum_s_ += seconds;
}

void Lateness::add(const Lateness& other) {
  for (std::size_t i = 0; i < up_to_.size(); ++i) up_to_[i] += other.up_to_[i];
  sum_s_ += other.sum_s_;
}

}  // namespace dondoc
