// LeaseStore: what only one of several nodes on a store may do at a time (ask a platform for news,
// send, tend tokens), and how they wake each other (docs/adr/0015). A port of its own beside Store:
// a node says that it lives while its engine's thread is busy. One thread.
#pragma once

#include <string>
#include <vector>

#include "engine/port/store.h"
#include "engine/result.h"
#include "engine/time/time.h"

namespace dondoc {

/// What a node hears each time it says that it lives.
struct Beat {
  std::vector<Fence> held;  ///< its leases
  Instant now;              ///< by the store's clock, which is the same for all nodes
};

class LeaseStore {
 public:
  virtual ~LeaseStore() = default;

  /// This node lives. Takes those of `wanted` that nobody holds, and keeps those it has, for `span`
  /// from now by the store's clock. The number of a lease goes up with each new holder.
  virtual Result<Beat> beat(const std::vector<std::string>& wanted, Elapsed span) = 0;
  /// Gives all back, so that nobody has to wait for their end.
  virtual Result<void> give_back() = 0;
  /// Blocks until another node commits, `longest` at most. False when none did: not an error.
  virtual Result<bool> wait_for_commit(Elapsed longest) = 0;
};

}  // namespace dondoc
