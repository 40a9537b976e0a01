// Platform: a chat platform as the house meets it, with the troubles it can make. It keeps what was
// delivered for nobody: whoever listens hears of every message that arrives. One thread.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/port/channel.h"
#include "simulation/faults.h"
#include "simulation/timeline.h"

namespace dondoc::simulation {

/// A message in somebody's chat window.
struct Arrival {
  std::string channel, account;
  OutgoingMessage message;
  Instant truth;         ///< when it came
  Instant machine;       ///< what the sender's clock said
  bool answered = true;  ///< the sender was told that it was delivered
};

class Platform : public Channel {
 public:
  struct Parts {
    std::string name;
    Capabilities capabilities;
    const FaultRates& rates;
    Generator generator;
    const Clocks& clocks;
    Instant until;  ///< outages are drawn up to then
  };
  using Listener = std::function<void(const Arrival&)>;

  explicit Platform(Parts parts);

  std::string_view name() const override { return parts_.name; }
  Capabilities capabilities() const override { return parts_.capabilities; }
  SendOutcome send(const OutgoingMessage& message, Instant now) override;

  void listen(Listener listener) { listener_ = std::move(listener); }
  void block(const std::string& account) { blocked_.insert(account); }
  void unblock(const std::string& account) { blocked_.erase(account); }
  /// From now on every message arrives.
  void heal();
  /// When a send last went wrong.
  Instant last_trouble() const { return last_trouble_; }

 private:
  using Span = std::pair<Instant, Instant>;

  std::vector<Span> outages(Fault fault, std::int64_t most_minutes);
  static bool within(const std::vector<Span>& spans, Instant t);
  SendOutcome trouble(SendClass result, const char* detail);
  bool is_window_closed(const OutgoingMessage& message, Instant now);
  void arrive(const OutgoingMessage& message, Instant now, bool answered);

  Parts parts_;
  Listener listener_;
  std::set<std::string> blocked_;
  std::vector<Span> broken_, dead_token_;
  bool healed_ = false;
  Instant last_trouble_;
  std::int64_t delivered_ = 0;
};

}  // namespace dondoc::simulation
