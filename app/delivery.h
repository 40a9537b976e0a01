// Delivery: takes messages from the outbox to the channels and records what became of them (design
// §4: lease, send, record). What goes where and when is decided by the dispatcher
// (engine/delivery); this drives it. Runs on the engine's thread, because both its transactions are
// the engine's.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/duties.h"
#include "app/log_record.h"
#include "app/send_counts.h"
#include "app/send_pool.h"
#include "engine/delivery/dispatcher.h"
#include "engine/delivery/parcel.h"
#include "engine/delivery/release.h"
#include "engine/loop/engine.h"

namespace dondoc {

/// A channel with how fast it may be spoken to.
struct Outlet {
  Channel* channel = nullptr;
  PaceRules pace{};
  /// How many messages are under way at once, each on a thread of its own. 0: sent on the engine's
  /// thread, for channels that answer at once.
  std::size_t threads = 0;
};

class Delivery {
 public:
  /// `arrived` is called from another thread when an outcome waits: pump then. `tell` hears of
  /// failures and of channels that stop and start. `duties` says whether this node is the one that
  /// sends; as long as it is not, nothing is leased, sent or recorded.
  Delivery(Engine& engine, Store& store, const std::vector<Outlet>& outlets,
           std::function<void()> arrived, Tell tell = tell_nobody,
           const Duties& duties = every_duty());

  /// Takes in outcomes, leases what may go, starts what is due at `now`, and records what is
  /// decided; does not wait for platforms. The number of messages that were sent or given up since
  /// the last call. Errors: those of the store; leased messages come back after the lease.
  Result<std::size_t> pump(Instant now);
  /// The same until nothing is under way and nothing is due at `now`.
  Result<std::size_t> finish(Instant now);

  /// Before the end: waits for what is under way, records it, and hands back what was leased and
  /// not sent.
  Result<void> close(Instant now);

  /// When pump must be called next if nothing happens before; none: nothing waits.
  Result<std::optional<Instant>> wake_at(Instant now);
  std::map<std::string, ChannelStanding> standings(Instant now) const {
    return dispatcher_.standings(now);
  }
  /// Since the start, of every channel.
  const std::map<std::string, SendCounts>& counts() const { return counts_; }

 private:
  void answered(const Sent& sent, Instant now);
  void tell_standings(Instant now);
  Result<bool> has_duty(Instant now);
  void drop();
  bool take_outcomes(Instant now);
  Result<bool> lease(Instant now);
  Settled kept_back(const ClaimedMessage& claimed, const ReleaseVerdict& verdict, Instant now);
  Result<bool> start_due(Instant now);
  std::optional<Settled> last_look(const ClaimedMessage& message, Instant now);
  Result<std::size_t> record(Instant now);

  Engine& engine_;
  Store& store_;
  Dispatcher dispatcher_;
  std::map<std::string, Channel*, std::less<>> here_;  ///< sent on this thread
  ChannelNames with_window_;
  std::map<std::string, SendCounts> counts_;
  const Duties& duties_;
  std::optional<Fence> fence_;  ///< under which what is held here was leased
  const Tell tell_;
  struct Trouble {
    bool is_stopped = false;
    bool breaker_open = false;
    bool operator==(const Trouble&) const = default;
  };
  std::map<std::string, Trouble> told_;  ///< of channels in trouble, as it was last told
  bool has_news_ = false;                ///< a failure, or an answer of a channel in trouble
  bool has_channels_;
  std::vector<Settled> kept_back_;
  std::set<std::int64_t> just_leased_;  ///< ids of messages that were judged a moment ago
  SendPool pool_;  // last: its threads end first
};

}  // namespace dondoc
