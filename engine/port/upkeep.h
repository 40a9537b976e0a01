// Upkeep: what keeps a platform's account alive: webhook or polling, commands menu, tokens, and
// what the administrator is told about it (`dondoc admin channel check`, /metrics). A port: one
// folder under bots/ for each platform. Called on the channel's own receiving thread, check also
// from the command line.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/result.h"
#include "engine/time/time.h"

namespace dondoc {

struct ChannelHealth {
  bool ok = false;
  std::string identity;                 ///< "@dondoc_bot", name of the account
  std::string webhook;                  ///< address as the platform knows it; empty: none
  std::optional<std::int64_t> waiting;  ///< updates the platform still holds
  std::optional<std::int64_t> quota_left;
  std::optional<Instant> token_expires;
  std::vector<std::string> faults;  ///< each with what to do about it
};

/// How updates are to come in.
struct ReceivePlan {
  bool webhook = false;
  std::string address;  ///< of the webhook, whole
};

class Upkeep {
 public:
  virtual ~Upkeep() = default;
  virtual std::string_view name() const = 0;
  /// At start: registers or removes the webhook, sets the commands menu, gets a token if there is
  /// none. Idempotent.
  virtual Result<void> prepare(const ReceivePlan& plan, Instant now) = 0;
  /// What must be done by the clock (a token that ages); when to call again. None: never.
  virtual std::optional<Instant> tend(Instant now) = 0;
  virtual ChannelHealth check(Instant now) = 0;
  /// What the administrator must know at once, each with what to do about it, as long as it holds.
  /// Asks nobody: known from what went wrong before.
  virtual std::vector<std::string> alarms(Instant) const { return {}; }
};

/// Vault: secrets that change while the program runs (a rotated token pair), kept encrypted in the
/// store. Blocking; safe from any thread but the engine's.
class Vault {
 public:
  virtual ~Vault() = default;
  /// None when nothing was kept under that name: not an error.
  virtual Result<std::optional<std::string>> load(std::string_view name) = 0;
  /// Durable when it returns.
  virtual Result<void> save(std::string_view name, const std::string& secret) = 0;
};

}  // namespace dondoc
