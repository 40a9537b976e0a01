// A turn: what engine and delivery do together when something is due. Without threads, timers or a
// clock of its own, so that Runtime (app/runtime.h) and the simulation take the same turns. On the
// engine's thread.
#pragma once

#include <cstddef>
#include <optional>

#include "app/delivery.h"
#include "engine/loop/engine.h"

namespace dondoc {

enum class TurnKind {
  /// The leads' morning is taken piece by piece, so that whoever writes meanwhile is answered in
  /// between, and nobody waits for the platforms.
  live,
  /// Everything due at that moment, platforms' answers included: the clock stands still meanwhile.
  whole,
};

struct Turn {
  std::size_t steps = 0;  ///< taken, skipped or put off
  std::size_t sent = 0;   ///< messages sent or given up
};

/// Due steps, then messages. Adds to `turn` what was done, also when it ends with an error: those
/// of the store.
Result<void> take_turn(Engine& engine, Delivery& delivery, TurnKind kind, Instant now, Turn& turn);

/// When a turn must be taken next; none: nothing is armed and nothing waits.
Result<std::optional<Instant>> next_turn(Engine& engine, Delivery& delivery, Instant now);

}  // namespace dondoc
