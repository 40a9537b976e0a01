// What `/metrics` shows, in the text format of Prometheus. Labels are names of channels, classes
// and states: never a person, an account or a text. Pure; safe from any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "app/receiving.h"
#include "app/self_audit.h"
#include "app/send_counts.h"
#include "engine/delivery/dispatcher.h"
#include "engine/port/reader.h"
#include "engine/state/directory.h"

namespace dondoc {

/// Accounts bound to persons on the Official Account, by what may be sent to them (chat-apis.md
/// §3.5).
struct ZaloOaAccounts {
  std::size_t free = 0;         ///< heard of within 48 hours
  std::size_t billed = 0;       ///< within seven days
  std::size_t closed = 0;       ///< later or never: by approved templates only
  std::size_t unreachable = 0;  ///< left or blocked
};
ZaloOaAccounts count_zalo_oa_accounts(const Directory& directory, Instant now);

struct WebhookStanding {
  bool failing = false;
  bool paused = false;
  std::int64_t behind = 0;  ///< events it was not told of yet, or not asked about
};

/// Everything at one moment. Counts are since the start of the program.
struct Measured {
  Instant now;
  std::map<std::string, SendCounts> sends;
  std::map<std::string, ChannelStanding> sending;
  std::map<std::string, ReceivingStanding> receiving;
  ZaloOaAccounts zalo_oa_accounts;
  std::map<std::string, WebhookStanding> webhooks;
  std::optional<Backlog> backlog;  ///< none: the store did not answer
  std::optional<AuditStanding> audit;  ///< none: not examined yet
  std::map<std::string, bool> duties;  ///< whether this node has them; empty: it is alone
};

std::string metrics_text(const Measured& measured);

}  // namespace dondoc
