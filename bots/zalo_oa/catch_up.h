// Messages of people that the webhook may have lost, from the chat history (chat-apis.md §3.3,
// §3.7). Their keys are those of the webhook, so what came in already is dropped by the engine.
// Stateless; safe from several threads at once.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "bots/zalo_oa/calls.h"
#include "engine/port/receiver.h"

namespace dondoc::zalo_oa {

struct CaughtUp {
  std::vector<Inbound> updates;  ///< oldest first
  std::optional<Answer> failed;  ///< the history could not be read to its end
};

/// Everything that people said after `since`, within bounds on users and pages.
CaughtUp catch_up(Calls& calls, std::string_view oa_id, Instant since, Instant now);

}  // namespace dondoc::zalo_oa
