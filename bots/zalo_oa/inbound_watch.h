// InboundWatch: when something last came in, and whether messages got lost on their way to the
// webhook: after a failure of two hours Zalo switches it off and tells nobody (chat-apis.md §3.7,
// §5 number 10). Safe from several threads at once.
#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "engine/port/receiver.h"

namespace dondoc::zalo_oa {

class InboundWatch {
 public:
  /// An event came in by the webhook.
  void heard(Instant now);
  std::optional<Instant> last_heard() const;
  /// From when on silence is counted while nothing came in yet.
  void started(Instant now);

  /// Where to begin a look into the history; none while there is no reason for one. At the first
  /// time, a day back: nobody knows how long the program was down.
  std::optional<Instant> look_since(Instant now);
  /// What a look that reached the end of the history has found.
  void looked(const std::vector<Inbound>& found, Instant now);
  /// What the last look found is durable.
  void confirm();

  /// With what to do about it; empty: none.
  std::string fault(Instant now) const;

 private:
  mutable std::mutex mutex_;
  // protected by mutex_
  std::optional<Instant> last_heard_;
  std::optional<Instant> started_;
  std::optional<Instant> seen_until_;     ///< history up to here is durable
  std::optional<Instant> pending_until_;  ///< the same after confirm
  std::optional<Instant> last_look_;
  std::optional<Instant> lost_;  ///< a message of this time never came by the webhook
};

}  // namespace dondoc::zalo_oa
