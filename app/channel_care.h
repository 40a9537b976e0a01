// ChannelCare: what a channel's own thread does beside receiving: sets up again what could not be
// set up at the start (no network after a power cut), looks after tokens, and tells the log what
// the administrator must know, once for each. One thread; real time for the pauses.
#pragma once

#include <chrono>
#include <set>
#include <string>

#include "app/channel_set.h"
#include "app/log_record.h"

namespace dondoc {

class ChannelCare {
 public:
  static constexpr std::chrono::milliseconds k_pause{30'000};  ///< between two attempts to set up

  ChannelCare(const ConnectedChannel& channel, Tell tell, std::chrono::milliseconds pause = k_pause)
      : channel_(channel), tell_(std::move(tell)), pause_(pause) {}

  /// Sets up webhook, menu, tokens. The trouble, told too; empty: it is set up.
  std::string prepare(Instant now);
  /// Sets up again when that failed and the pause is over; tends tokens; tells of new alarms.
  void tend(Instant now);
  /// What the administrator must know at present.
  std::size_t alarms() const { return alarms_.size(); }

 private:
  const ConnectedChannel& channel_;
  const Tell tell_;
  const std::chrono::milliseconds pause_;
  bool is_prepared_ = false;
  std::string trouble_;  ///< as it was last told
  std::chrono::steady_clock::time_point tried_;
  std::set<std::string> alarms_;
};

}  // namespace dondoc
