#include "app/send_counts.h"

#include <cmath>

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

SendCounts sum_of(const std::map<std::string, SendCounts>& sends) {
  SendCounts sum;
  for (const auto& [name, counts] : sends) {
    for (std::size_t i = 0; i < sum.outcomes.size(); ++i) sum.outcomes[i] += counts.outcomes[i];
    sum.lateness.add(counts.lateness);
  }
  return sum;
}

std::optional<double> late_within(const SendCounts& counts, double share, bool& beyond) {
  const Lateness& late = counts.lateness;
  beyond = false;
  if (late.count() == 0) return std::nullopt;
  const auto wanted =
      static_cast<std::uint64_t>(std::ceil(share * static_cast<double>(late.count())));
  for (std::size_t i = 0; i < Lateness::k_bounds.size(); ++i) {
    if (late.up_to()[i] >= wanted) return Lateness::k_bounds[i];
  }
  beyond = true;
  return Lateness::k_bounds.back();
}

std::optional<double> possible_duplicates_per_million(const SendCounts& counts) {
  const std::uint64_t delivered = counts.of(SendClass::delivered);
  if (delivered == 0) return std::nullopt;
  return static_cast<double>(counts.of(SendClass::unknown)) * 1'000'000 /
         static_cast<double>(delivered);
}

}  // namespace dondoc
