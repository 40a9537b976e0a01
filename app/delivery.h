// Delivery: takes messages from the outbox to the channels and records what became of them (design
// §4: lease, send, record). Runs on the engine's thread, because both its transactions are the
// engine's.
#pragma once

#include <vector>

#include "engine/loop/engine.h"
#include "engine/port/channel.h"

namespace dondoc {

class Delivery {
 public:
  Delivery(Engine& engine, Store& store, std::vector<Channel*> channels)
      : engine_(engine), store_(store), channels_(std::move(channels)) {}

  /// Sends what may go by `now`, one batch; the number of messages settled. 0: nothing waits.
  /// A message is tried on the person's channels in their order of preference; when none can take
  /// it, it is given up with the reason, which the "cannot reach" list shows. Errors: those of the
  /// store; leased messages come back after the lease.
  Result<std::size_t> send_due(Instant now);

 private:
  Settled send(const ClaimedMessage& message, Instant now);

  Engine& engine_;
  Store& store_;
  std::vector<Channel*> channels_;
};

}  // namespace dondoc
