// SendCounts: what became of the messages of one channel since the start, for metrics. Values only.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "engine/port/channel.h"

namespace dondoc {

inline constexpr std::array<SendClass, 9> k_send_classes = {
    SendClass::delivered,       SendClass::deferred,       SendClass::retryable,
    SendClass::unknown,         SendClass::recipient_gone, SendClass::window_closed,
    SendClass::quota_exhausted, SendClass::auth_dead,      SendClass::bad_request};

/// "delivered", "recipient_gone": as in the code.
std::string_view name_of(SendClass result);

/// From the moment a message was due to its delivery.
class Lateness {
 public:
  /// Upper bounds in seconds, the bound belongs to its bucket: from "at once" over "within the
  /// quarter of an hour" to "the next working day".
  static constexpr std::array<double, 10> k_bounds = {1,   5,     15,     60,     300,
                                                      900, 3'600, 14'400, 86'400, 259'200};

  /// A negative one, of clocks that differ, counts as none.
  void add(Elapsed late);

  void add(const Lateness& other);

  /// How many at or below each bound, and of all last.
  const std::array<std::uint64_t, k_bounds.size() + 1>& up_to() const { return up_to_; }
  double sum_s() const { return sum_s_; }
  std::uint64_t count() const { return up_to_.back(); }

 private:
  std::array<std::uint64_t, k_bounds.size() + 1> up_to_{};
  double sum_s_ = 0;
};

struct SendCounts {
  std::array<std::uint64_t, k_send_classes.size()> outcomes{};  ///< of attempts, by SendClass
  Lateness lateness;                                            ///< of messages delivered

  void add(SendClass result) { ++outcomes[static_cast<std::size_t>(result)]; }
  std::uint64_t of(SendClass result) const { return outcomes[static_cast<std::size_t>(result)]; }
};

/// All channels together.
SendCounts sum_of(const std::map<std::string, SendCounts>& sends);

/// The upper bound of the bucket in which the given share of messages had left; none when there
/// were none. `beyond`: it is later than the last bound.
std::optional<double> late_within(const SendCounts& counts, double share, bool& beyond);

/// Of a million messages delivered, those whose outcome had been unknown, so that they were sent
/// again; none when none was delivered.
std::optional<double> possible_duplicates_per_million(const SendCounts& counts);

}  // namespace dondoc
