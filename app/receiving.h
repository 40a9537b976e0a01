// Receiving: brings what the platforms have for us to the engine. One thread a channel asks by long
// polling and looks after tokens; webhook calls come in on the server's threads. Nothing is
// confirmed to a platform before its effect is durable; a press is answered at once.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "app/channel_care.h"
#include "app/channel_set.h"
#include "app/duties.h"
#include "app/runtime.h"

namespace dondoc {

/// How receiving stands, for health and metrics.
struct ReceivingStanding {
  PollState state = PollState::taken;
  std::string detail;
  std::optional<Instant> last_inbound;
  std::size_t received = 0;
  std::size_t alarms = 0;         ///< what the administrator must know at present
  std::size_t refused_calls = 0;  ///< webhook calls with a wrong secret, form or size
};

class Receiving {
 public:
  /// `tell` hears when a channel's standing changes, when one could not be prepared, and of calls
  /// that were refused. Only the node that has the duty asks platforms and tends tokens; all take
  /// webhook calls.
  Receiving(Runtime& runtime, const ChannelSet& channels, Tell tell = tell_nobody,
            const Duties& duties = every_duty());
  /// Stops when still running.
  ~Receiving();

  /// Prepares each channel (webhook, menu, tokens), where that is this node's duty, and starts its
  /// thread. A channel that cannot be
  /// prepared is tried again; the first trouble of each is told and returned.
  std::map<std::string, std::string> start();
  /// Returns when the polls under way have ended.
  void stop();

  /// A call of a webhook: the HTTP status to answer, after the updates are durable.
  int hear_webhook(const ConnectedChannel& channel, const WebhookCall& call);

  std::map<std::string, ReceivingStanding> standings() const;

 private:
  void listen(const ConnectedChannel& channel, ChannelCare& care);
  void tend(const ConnectedChannel& channel, ChannelCare& care);
  bool has_duty() const { return duties_.holds(k_platforms_duty).has_value(); }
  bool take(const ConnectedChannel& channel, const std::vector<Inbound>& updates);
  void note(const ConnectedChannel& channel, const Polled& polled);
  int refuse(const ConnectedChannel& channel, const WebhookReading& reading);
  void rest(Elapsed wait);
  void rest_with_care(const ConnectedChannel& channel, ChannelCare& care, Elapsed wait);
  void wait_for_presses(const ConnectedChannel& channel);
  void keep_press(const ConnectedChannel& channel, const Inbound& press, bool took_effect);

  Runtime& runtime_;
  const ChannelSet& channels_;
  const Duties& duties_;
  const Tell tell_;
  std::vector<std::unique_ptr<ChannelCare>> care_;
  std::vector<std::thread> threads_;
  mutable std::mutex mutex_;
  std::condition_variable woken_;
  bool stopping_ = false;                               // guarded by mutex_
  std::map<std::string, ReceivingStanding> standings_;  // guarded by mutex_

  /// A press that came by webhook: the platform is told by the channel's own thread, because the
  /// call itself is answered at once.
  struct Pressed {
    Inbound press;
    bool took_effect = false;
  };
  std::map<std::string, std::deque<Pressed>> pressed_;  // guarded by mutex_
};

}  // namespace dondoc
