// MetricsSource: collects what `/metrics` shows at the moment it is asked. The engine's thread is
// held for a copy of a few counters and a walk through the directory; what waits is counted on a
// connection of its own. Safe from any thread.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "app/duties.h"
#include "app/metrics.h"
#include "app/receiving.h"
#include "app/runtime.h"
#include "engine/port/reader.h"
#include "engine/port/webhook_store.h"

namespace dondoc {

class MetricsSource {
 public:
  /// Asked again within this time it says the same: whoever asks a thousand times a second does not
  /// hold up the engine.
  static constexpr Elapsed k_fresh = Elapsed::seconds(5);

  /// Both must run as long as it is asked.
  MetricsSource(Runtime& runtime, const Receiving& receiving, std::unique_ptr<Reader> reader,
                Elapsed fresh = k_fresh);

  /// Before it is asked: how these fare is shown too. Must live as long.
  void show_webhooks(WebhookStore& webhooks) { webhooks_ = &webhooks; }

  /// The same for the doctor inside.
  void show_audit(const SelfAudit& audit) { audit_ = &audit; }

  /// The same for what this node does of what one of several does.
  void show_duties(const Duties& duties) { duties_ = &duties; }

  /// In the text format of Prometheus. A store that cannot be read is said there, not an error.
  std::string text();

 private:
  Measured measure();
  void measure_webhooks(Measured& measured);

  Runtime& runtime_;
  const Receiving& receiving_;
  const Elapsed fresh_;
  WebhookStore* webhooks_ = nullptr;
  const SelfAudit* audit_ = nullptr;
  const Duties* duties_ = nullptr;
  std::mutex mutex_;                            // held while measuring: others then get the same
  const std::unique_ptr<Reader> reader_;        // guarded by mutex_
  std::string text_;                            // guarded by mutex_
  std::optional<std::int64_t> measured_at_ms_;  // guarded by mutex_; of the steady clock
};

}  // namespace dondoc
