#include "app/turn.h"

#include <algorithm>

namespace dondoc {

Result<void> take_turn(Engine& engine, Delivery& delivery, TurnKind kind, Instant now, Turn& turn) {
  for (bool more = true; more;) {
    auto ticked = engine.tick(now);
    if (!ticked) return tl::unexpected(ticked.error());
    turn.steps += ticked->steps;
    more = ticked->more;
    if (ticked->steps == 0 && kind == TurnKind::live) break;
  }
  auto sent = kind == TurnKind::whole ? delivery.finish(now) : delivery.pump(now);
  if (!sent) return tl::unexpected(sent.error());
  turn.sent += *sent;
  return {};
}

Result<std::optional<Instant>> next_turn(Engine& engine, Delivery& delivery, Instant now) {
  auto step = engine.wake_at();
  if (!step) return step;
  auto message = delivery.wake_at(now);
  if (!message) return message;
  if (!*step) return *message;
  if (!*message) return *step;
  return std::optional<Instant>(std::min(**step, **message));
}

}  // namespace dondoc
