// Runtime: the engine on its own thread, driven by Boost.Asio: inputs are drained in batches (group
// commit), one timer is armed for the earliest step, and what is in the outbox goes to the
// channels.
//
// Every member may be called from any thread unless it says otherwise. Callbacks run on the
// engine's thread and must be quick.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "app/clock.h"
#include "app/delivery.h"
#include "app/duties.h"
#include "engine/loop/engine.h"

namespace dondoc {

/// What moving a virtual clock caused.
struct ClockMoved {
  Instant now;
  std::size_t steps = 0;
  std::size_t sent = 0;
};

class Runtime {
 public:
  struct Parts {
    const Definitions& definitions;
    Zone zone;
    Store& store;
    const Interpreter* interpreter = nullptr;
    Clock& clock;
    VirtualClock* virtual_clock =
        nullptr;  ///< the same clock, when it is a virtual one: no timer is armed then
    std::vector<Outlet> outlets;
    Tell tell = tell_nobody;  ///< hears of failures of the store, of messages and of channels
    const Duties& duties = every_duty();  ///< whether it is this node that sends
  };

  explicit Runtime(Parts parts);
  /// Stops when still running.
  ~Runtime();

  /// Opens the engine and starts its thread. Errors: those of Engine::open.
  Result<void> start();
  /// Finishes the batch under way, then stops the thread. Inputs not yet taken are answered with a
  /// transient error.
  void stop();

  using Done = std::function<void(const Result<Answer>&)>;
  /// Queues an input; `done` is called after its effect is durable.
  void submit(Input input, Done done);
  /// The same, waiting. Not from the engine's thread.
  Result<Answer> ask(Input input);

  /// Somebody else committed, or this node has other duties than before.
  void wake();

  /// Runs `look` on the engine's thread, between batches, and waits for it. For pages that need the
  /// office. Keep it short.
  void read(const std::function<void(const Engine&)>& look);

  /// The same, with the delivery of messages. For metrics.
  void inspect(const std::function<void(const Engine&, const Delivery&)>& look);

  /// Moves a virtual clock to `target`, carrying out and sending every step on the way at its own
  /// time; waits. Requires: Parts::virtual_clock. An earlier target than now carries out nothing:
  /// not an error.
  Result<ClockMoved> move_clock(Instant target);
  /// The earliest time something will happen by itself; none when nothing is armed or waiting.
  Result<std::optional<Instant>> next_event();

  Instant now() const;

 private:
  class Loop;
  std::unique_ptr<Loop> loop_;
};

}  // namespace dondoc
